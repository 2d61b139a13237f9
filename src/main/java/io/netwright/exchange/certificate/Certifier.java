package io.netwright.exchange.certificate;

import io.netwright.exchange.certificate.Certificate.Verdict;
import io.netwright.exchange.onnx.OnnxModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Issues certificates: runs a file's content in ONNX Runtime and compares every output with what this program
/// computes.
public final class Certifier {

    /// One, a few that are nobody's multiple, one above a power of two.
    public static final List<Integer> BATCHES = List.of(1, 2, 3, 7, 17, 65);

    private static final String RUNTIME = "ONNX Runtime";

    private final OnnxModel model;
    private final @Nullable Samples samples;
    private final long seed;
    private final List<Integer> batches;
    private final Clock clock;

    /// @param model   what was written
    /// @param samples data to try it on; null where there are none
    /// @param seed    of the random inputs
    /// @param batches the batch sizes to try
    public Certifier(OnnxModel model, @Nullable Samples samples, long seed, List<Integer> batches, Clock clock) {
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("no batch sizes");
        }
        this.model = model;
        this.samples = samples;
        this.seed = seed;
        this.batches = List.copyOf(batches);
        this.clock = clock;
    }

    /// @param file     what was read back from the file
    /// @param progress told the part that is done, 0 to 1, before each run; may throw to cancel
    public Certificate certify(byte[] file, DoubleConsumer progress) {
        TestInputs inputs = new TestInputs(model, samples, seed);
        try (OnnxSession session = OnnxSession.open(file)) {
            return compare(file, session, inputs, progress);
        } catch (OnnxSession.Refused e) {
            return certificate(file, inputs, Verdict.REFUSED, List.of(), null, String.valueOf(e.getMessage()));
        }
    }

    private Certificate compare(byte[] file, OnnxSession session, TestInputs inputs, DoubleConsumer progress)
            throws OnnxSession.Refused {
        int capacity = batches.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Reference reference = new Reference(model, model.precision(), model.precision(), capacity, false);
        Map<OnnxModel.Output, Comparison> comparisons = new LinkedHashMap<>();
        model.outputs().values().forEach(o -> comparisons.put(o, new Comparison(Tolerance.of(model.precision()))));
        TestInputs.@Nullable Batch worst = null;
        double worstShare = 1;
        int done = 0;
        for (TestInputs.Kind kind : inputs.kinds()) {
            for (int size : batches) {
                progress.accept((double) done++ / (inputs.kinds().size() * batches.size()));
                TestInputs.Batch batch = inputs.next(kind, size);
                double share = run(session, reference, batch, comparisons);
                if (share > worstShare) {
                    worst = batch;
                    worstShare = share;
                }
            }
        }
        Certificate.Divergence divergence = worst == null
                ? null
                : new FirstDivergence(model, worst).find(file).orElse(null);
        boolean finite = comparisons.values().stream().allMatch(Comparison::isFinite);
        Verdict verdict = worst == null ? Verdict.PASSED : finite ? Verdict.DIFFERENT : Verdict.NOT_FINITE;
        List<Certificate.Output> outputs = new ArrayList<>();
        comparisons.forEach((o, c) -> outputs.add(new Certificate.Output(
                o.name(), o.value().shape().toString(), c.absolute(), c.relative(), c.largest(), c.share())));
        progress.accept(1);
        return certificate(file, inputs, verdict, outputs, divergence, null);
    }

    /// @return how much of its tolerance the worst output used up
    private double run(
            OnnxSession session,
            Reference reference,
            TestInputs.Batch batch,
            Map<OnnxModel.Output, Comparison> comparisons)
            throws OnnxSession.Refused {
        reference.run(batch);
        Map<String, OnnxSession.Numbers> actual = session.run(model.precision(), FirstDivergence.feeds(model, batch));
        double share = 0;
        for (Map.Entry<OnnxModel.Output, Comparison> e : comparisons.entrySet()) {
            OnnxModel.Output output = e.getKey();
            OnnxSession.Numbers there = actual.get(output.name());
            double[] numbers = there == null ? new double[0] : there.values();
            share = Math.max(
                    share,
                    e.getValue().add(reference.values(output.value()), numbers, reference.samples(output.value())));
        }
        return share;
    }

    private Certificate certificate(
            byte[] file,
            TestInputs inputs,
            Verdict verdict,
            List<Certificate.Output> outputs,
            Certificate.@Nullable Divergence divergence,
            @Nullable String refusal) {
        int each = batches.stream().mapToInt(Integer::intValue).sum();
        boolean data = inputs.kinds().contains(TestInputs.Kind.DATA);
        boolean unscaled = model.inputs().stream().anyMatch(OnnxModel.Input::scaled);
        return new Certificate(
                verdict,
                sha256(file),
                file.length,
                new Certificate.Format(
                        model.source().opset().version(), model.source().opset().ir(), model.precision()),
                new Certificate.Runtime(RUNTIME, OnnxSession.version()),
                Tolerance.of(model.precision()).bound(),
                batches,
                new Certificate.Inputs(
                        data && samples != null ? samples.part() : "", data ? each : 0, each, seed, unscaled),
                outputs,
                divergence,
                refusal,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
