package io.netwright.step;

import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How much memory a recording takes, known before it is made.
public final class StepSize {

    /// What a recording may take, in bytes: 256 MiB.
    public static final long LIMIT = 256L << 20;

    /// Copies of each parameter that a recording keeps: before, after, and up to two terms of an optimizer such as
    /// Adam.
    private static final int COPIES = 4;

    private StepSize() {}

    /// @return the bytes that recording a step on `batch` samples takes
    public static long bytes(Program program, int batch, Precision precision) {
        long parameters =
                program.parameters().stream().mapToLong(Program.Parameter::size).sum();
        long numbers = Math.multiplyExact(parameters, (long) COPIES);
        for (Value v : values(program)) {
            long elements = v.shape().elementsPerSample();
            numbers = Math.addExact(
                    numbers, v.shape().isBatched() ? Math.multiplyExact(elements, (long) batch) : elements);
        }
        return Math.multiplyExact(numbers, (long) precision.bytes());
    }

    private static List<Value> values(Program program) {
        List<Value> all = new ArrayList<>();
        Stream.of(program.inputs(), program.targets())
                .flatMap(List::stream)
                .map(Program.Data::value)
                .forEach(all::add);
        program.states().forEach(s -> all.add(s.value()));
        program.instructions().stream().map(Instruction::output).forEach(all::add);
        return all;
    }

    /// @return the most samples of a batch that can be recorded within the limit; 0 where not even one can
    public static int largestBatch(Program program, Precision precision) {
        long one = bytes(program, 1, precision);
        long perSample = bytes(program, 2, precision) - one;
        if (one > LIMIT) {
            return 0;
        }
        return perSample == 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, 1 + (LIMIT - one) / perSample);
    }

    /// @throws UserException where recording a step on `batch` samples would take more than the limit
    static void check(Program program, int batch, Precision precision) {
        long bytes = bytes(program, batch, precision);
        if (bytes > LIMIT) {
            int most = largestBatch(program, precision);
            String key = most == 0 ? "step.problem.tooLarge" : "step.problem.batchTooLarge";
            throw new UserException(Message.of(key, bytes >> 20, LIMIT >> 20, batch, most));
        }
    }
}
