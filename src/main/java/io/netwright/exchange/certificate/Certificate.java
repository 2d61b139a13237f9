package io.netwright.exchange.certificate;

import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came out when an exported file was read back and run in an independent runtime.
///
/// @param verdict    the answer
/// @param sha256     of the file, in hexadecimal
/// @param bytes      the file's size
/// @param format     in which versions it is written
/// @param runtime    what ran it
/// @param tolerance  the largest difference allowed where outputs are at most 1; see [Tolerance]
/// @param batches    the batch sizes that it ran on, one session for all
/// @param inputs     what it ran on
/// @param outputs    each output over all runs; empty where the runtime refused the file
/// @param divergence where it first went apart; null where it did not, or where that could not be found
/// @param refusal    what the runtime said where it refused the file; in its own words, in English
/// @param date       when
public record Certificate(
        Verdict verdict,
        String sha256,
        long bytes,
        Format format,
        Runtime runtime,
        double tolerance,
        List<Integer> batches,
        Inputs inputs,
        List<Output> outputs,
        @Nullable Divergence divergence,
        @Nullable String refusal,
        Instant date) {

    public Certificate {
        batches = List.copyOf(batches);
        outputs = List.copyOf(outputs);
    }

    /// The answer.
    public enum Verdict {
        /// Every output of every run is within the tolerance.
        PASSED,
        /// Some output is not.
        DIFFERENT,
        /// Some output is no finite number, here or there, so that nothing can be said.
        NOT_FINITE,
        /// The runtime would not load or run the file.
        REFUSED
    }

    /// @param opset     the version of ONNX's operators
    /// @param ir        the version of the file format
    /// @param precision of inputs, outputs and weights
    public record Format(int opset, int ir, Precision precision) {}

    public record Runtime(String name, String version) {}

    /// @param part         which part of the data set was taken; empty where there was none
    /// @param dataSamples  how many samples were data, repeats counted
    /// @param randomSamples how many were drawn from the normal distribution
    /// @param seed         of the drawn ones
    /// @param unscaled     whether the file took features in the units of their source and scaled them itself
    public record Inputs(String part, int dataSamples, int randomSamples, long seed, boolean unscaled) {}

    /// One output over all runs.
    ///
    /// @param name        in the file
    /// @param shape       with its batch axis
    /// @param maxAbsolute the largest difference of two numbers; infinite where shapes differ or numbers are
    ///                    not finite
    /// @param maxRelative the largest difference divided by the largest number of its sample
    /// @param largest     the largest number expected
    /// @param share       the largest difference as a part of what is allowed there
    public record Output(
            String name, String shape, double maxAbsolute, double maxRelative, double largest, double share) {
        public boolean passed() {
            return share <= 1;
        }
    }

    /// The first value inside the network that is not what it should be, in the order of computation, in the worst run.
    ///
    /// @param node        the document's node
    /// @param value       in the file
    /// @param maxAbsolute the largest difference there; infinite where it is not finite
    /// @param largest     the largest number expected there
    /// @param batch       the batch size of the run
    /// @param rounding    how far this program's own float32 is from its float64 there, which no runtime can be
    ///                    expected to do better than; null for a float64 file
    public record Divergence(
            String node,
            String value,
            double maxAbsolute,
            double largest,
            int batch,
            @Nullable Double rounding) {}

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /// @return the largest difference of any output
    public double maxAbsolute() {
        return outputs.stream().mapToDouble(Output::maxAbsolute).max().orElse(Double.POSITIVE_INFINITY);
    }

    /// @return the certificate as a JSON object: strings, numbers, booleans, lists and maps. A number that is
    ///     not finite, which JSON lacks, is null.
    public SequencedMap<String, @Nullable Object> json() {
        return CertificateJson.of(this);
    }

    /// @return the certificate in sentences, one a line, the verdict first
    public List<Message> text() {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("exchange.verdict." + verdict.name().toLowerCase(Locale.ROOT)));
        if (refusal != null) {
            lines.add(Message.of("exchange.certificate.refusal", refusal));
        }
        for (Output o : outputs) {
            lines.add(Message.of(
                    o.passed() ? "exchange.certificate.output" : "exchange.certificate.outputFailed",
                    o.name(),
                    o.shape(),
                    Numbers.text(o.maxAbsolute()),
                    Numbers.text(o.maxRelative()),
                    o.passed() ? Numbers.percent(o.share()) : Numbers.times(o.share())));
        }
        if (divergence != null) {
            lines.addAll(divergence(divergence));
        }
        lines.add(Message.of(
                "exchange.certificate.runs",
                batches.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                inputs.dataSamples(),
                inputs.randomSamples(),
                Long.toString(inputs.seed())));
        if (inputs.unscaled()) {
            lines.add(Message.of("exchange.certificate.unscaled"));
        }
        lines.add(Message.of(
                "exchange.certificate.file",
                Integer.toString(format.opset()),
                Integer.toString(format.ir()),
                format.precision().text(),
                bytes,
                sha256));
        lines.add(Message.of("exchange.certificate.runtime", runtime.name(), runtime.version(), date.toString()));
        return lines;
    }

    private static List<Message> divergence(Divergence d) {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of(
                "exchange.certificate.divergence",
                d.node(),
                d.value(),
                Numbers.text(d.maxAbsolute()),
                Numbers.text(d.largest())));
        if (d.rounding() != null) {
            lines.add(Message.of("exchange.certificate.rounding", Numbers.text(d.rounding())));
        }
        return lines;
    }
}
