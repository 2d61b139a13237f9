package io.netwright.exchange.safetensors;

import static io.netwright.exchange.FileProblem.asIs;
import static io.netwright.exchange.FileProblem.nothing;

import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A network's numbers in a file: each parameter and state under its own name (`dense1.weight`, `bn1.running_mean`).
public final class WeightsFile {

    private static final int NAMES_SHOWN = 6;

    private WeightsFile() {}

    /// Replaces `file` as a whole or not at all.
    ///
    /// @throws UserException where the file cannot be written; an existing one is then as it was
    public static void save(Path file, Parameters parameters) {
        SafeTensorsWriter.write(file, parameters.all(), Map.of());
    }

    /// Reads a network's numbers.
    ///
    /// @return numbers of their own for `program`, rounded to `precision`
    /// @throws UserException where the file cannot be read, or has other tensors than the network
    public static Parameters load(Path file, Program program, Precision precision) {
        Parameters parameters = Parameters.initial(program, precision, 0);
        loadInto(file, parameters);
        return parameters;
    }

    /// Reads a network's numbers into `parameters`, all of them or none.
    ///
    /// @param parameters take over what the file has. Modified.
    /// @throws UserException where the file cannot be read, or has other tensors than `parameters`, which then stay as
    ///     they were
    public static void loadInto(Path file, Parameters parameters) {
        try (var reader = SafeTensorsReader.open(file)) {
            Map<String, Tensor> wanted = parameters.all();
            requireSameNames(file, wanted.keySet(), reader.tensors().keySet());
            record Fresh(Tensor from, Tensor to) {}
            List<Fresh> read = new ArrayList<>();
            wanted.forEach((name, t) -> {
                requireShape(file, t, reader.info(name));
                read.add(new Fresh(Tensor.zeros(t.precision(), t.dims()), t));
                reader.read(name, read.getLast().from());
            });
            read.forEach(r -> r.to().copyFrom(r.from()));
        }
    }

    private static void requireSameNames(Path file, Collection<String> wanted, Collection<String> there) {
        List<String> missing = wanted.stream().filter(n -> !there.contains(n)).toList();
        List<String> unexpected =
                there.stream().filter(n -> !wanted.contains(n)).toList();
        if (missing.isEmpty() && unexpected.isEmpty()) {
            return;
        }
        Message what;
        if (unexpected.isEmpty()) {
            what = Message.of("exchange.weights.missing", names(missing));
        } else if (missing.isEmpty()) {
            what = Message.of("exchange.weights.unexpected", names(unexpected));
        } else {
            what = Message.of("exchange.weights.otherNames", names(missing), names(unexpected));
        }
        String place = missing.isEmpty() ? unexpected.getFirst() : missing.getFirst();
        throw new UserException(
                what,
                new Where(file.toString(), place),
                wanted.isEmpty() ? nothing() : names(wanted),
                there.isEmpty() ? nothing() : names(there),
                null);
    }

    private static Message names(Collection<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() <= NAMES_SHOWN
                ? asIs(shown)
                : Message.of("exchange.weights.andMore", shown, names.size() - NAMES_SHOWN);
    }

    private static void requireShape(Path file, Tensor wanted, TensorInfo there) {
        List<Long> dims = IntStream.of(wanted.dims()).mapToObj(d -> (long) d).toList();
        if (!dims.equals(there.shape())) {
            throw new UserException(
                    Message.of("exchange.weights.shape", there.name()),
                    new Where(file.toString(), there.name()),
                    asIs(TensorInfo.text(dims)),
                    asIs(there.shapeText()),
                    null);
        }
    }
}
