package io.netwright.exchange.checkpoint;

import io.netwright.exchange.FileProblem;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The notes in a checkpoint's header. A file comes from anywhere, so none is believed before it is read.
record Notes(Path file, Map<String, String> all) {

    private static final String PLACE = "__metadata__.";

    String text(String key) {
        String text = all.get(key);
        if (text == null) {
            throw wrong(key, FileProblem.asIs(key), "");
        }
        return text;
    }

    /// @throws UserException where the note is not there or says something else
    void require(String key, String expected) {
        String found = all.getOrDefault(key, "");
        if (!found.equals(expected)) {
            throw new UserException(
                    Message.of(
                            key.equals("checkpoint") ? "exchange.checkpoint.none" : "exchange.checkpoint.other", key),
                    new Where(file.toString(), PLACE + key),
                    FileProblem.asIs(expected),
                    found.isEmpty() ? FileProblem.nothing() : FileProblem.asIs(found),
                    null);
        }
    }

    long integer(String key) {
        return parse(key, Long::parseLong);
    }

    double number(String key) {
        return parse(key, Double::parseDouble);
    }

    List<Double> numbers(String key) {
        return parse(key, ReportText::numbers);
    }

    <T> T parse(String key, Function<String, T> by) {
        String text = text(key);
        try {
            return by.apply(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw wrong(key, Message.of("exchange.checkpoint.number"), text);
        }
    }

    private UserException wrong(String key, Message expected, String found) {
        return new UserException(
                Message.of("exchange.checkpoint.note", key),
                new Where(file.toString(), PLACE + key),
                expected,
                found.isEmpty() ? FileProblem.nothing() : FileProblem.asIs(found),
                null);
    }
}
