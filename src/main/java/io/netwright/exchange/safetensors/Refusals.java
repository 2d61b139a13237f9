package io.netwright.exchange.safetensors;

import static io.netwright.exchange.FileProblem.asIs;
import static io.netwright.exchange.FileProblem.nothing;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What can be wrong with one file, in words. The place is a tensor's name, or `header`.
record Refusals(Path file) {

    UserException tooShort(long size) {
        return header("short", Message.of("exchange.safetensors.bytes", "8"), bytes(size), null);
    }

    UserException headerLength(String claimed, long available) {
        return header(
                "length",
                Message.of("exchange.safetensors.atMost", Long.toString(Math.min(available, Header.LONGEST))),
                asIs(claimed),
                null);
    }

    UserException notJson(String found, @Nullable Exception cause) {
        return header("json", Message.of("exchange.safetensors.aHeader"), asIs(found), cause);
    }

    UserException duplicate(String name) {
        return tensor(name, "duplicate", Message.of("exchange.safetensors.once"), asIs(name));
    }

    UserException metadata(String key, String found) {
        return tensor("__metadata__", "metadata", Message.of("exchange.safetensors.text"), asIs(key + ": " + found));
    }

    UserException field(String tensor, String field, String expected, String found) {
        return new UserException(
                Message.of("exchange.safetensors.field", tensor, field),
                new Where(file.toString(), tensor + "." + field),
                Message.of("exchange.safetensors." + expected),
                found.isEmpty() ? nothing() : asIs(found),
                null);
    }

    UserException dtype(String tensor, String found) {
        return tensor(tensor, "dtype", asIs(java.util.Arrays.toString(DType.values())), asIs(found));
    }

    UserException tooLarge(String tensor, String shape) {
        return tensor(tensor, "tooLarge", Message.of("exchange.safetensors.fits"), asIs(shape));
    }

    UserException size(TensorInfo t, long bytes) {
        return tensor(t.name(), "size", bytes(bytes), bytes(t.end() - t.begin()));
    }

    UserException cutOff(TensorInfo t, long dataBytes) {
        return tensor(t.name(), "cutOff", bytes(t.end()), bytes(dataBytes));
    }

    UserException overlap(TensorInfo t, String other, long end) {
        return new UserException(
                Message.of("exchange.safetensors.overlap", t.name(), other),
                new Where(file.toString(), t.name() + ".data_offsets"),
                asIs(Long.toString(end)),
                asIs(Long.toString(t.begin())),
                null);
    }

    UserException hole(String before, long from, long to) {
        return new UserException(
                Message.of("exchange.safetensors.hole", Long.toString(from), Long.toString(to)),
                new Where(file.toString(), before.isEmpty() ? "" : before + ".data_offsets"),
                asIs(Long.toString(from)),
                asIs(Long.toString(to)),
                null);
    }

    private UserException header(String key, Message expected, Message found, @Nullable Exception cause) {
        return new UserException(
                Message.of("exchange.safetensors." + key),
                new Where(file.toString(), "header"),
                expected,
                found,
                cause);
    }

    private UserException tensor(String name, String key, Message expected, Message found) {
        return new UserException(
                Message.of("exchange.safetensors." + key, name),
                new Where(file.toString(), name),
                expected,
                found,
                null);
    }

    private static Message bytes(long count) {
        return Message.of("exchange.safetensors.bytes", Long.toString(count));
    }
}
