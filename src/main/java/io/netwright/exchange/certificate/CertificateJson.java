package io.netwright.exchange.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A certificate as a JSON object. The keys are described in `docs/guide/exporting.md`.
final class CertificateJson {

    private CertificateJson() {}

    static SequencedMap<String, @Nullable Object> of(Certificate c) {
        SequencedMap<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", c.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("passed", c.passed());
        json.put("sha256", c.sha256());
        json.put("bytes", c.bytes());
        json.put("opset", c.format().opset());
        json.put("irVersion", c.format().ir());
        json.put("precision", c.format().precision().text());
        SequencedMap<String, @Nullable Object> runtime = new LinkedHashMap<>();
        runtime.put("name", c.runtime().name());
        runtime.put("version", c.runtime().version());
        json.put("runtime", runtime);
        json.put("tolerance", c.tolerance());
        json.put("maxAbsolute", finite(c.maxAbsolute()));
        json.put("batchSizes", c.batches());
        json.put("inputs", inputs(c.inputs()));
        List<Object> outputs = new ArrayList<>();
        c.outputs().forEach(o -> outputs.add(output(o)));
        json.put("outputs", outputs);
        Certificate.Divergence d = c.divergence();
        json.put("firstDivergence", d == null ? null : divergence(d));
        json.put("refusal", c.refusal());
        json.put("date", c.date().toString());
        return json;
    }

    private static SequencedMap<String, @Nullable Object> inputs(Certificate.Inputs i) {
        SequencedMap<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("part", i.part().isEmpty() ? null : i.part());
        json.put("dataSamples", i.dataSamples());
        json.put("randomSamples", i.randomSamples());
        json.put("seed", i.seed());
        json.put("unscaled", i.unscaled());
        return json;
    }

    private static SequencedMap<String, @Nullable Object> output(Certificate.Output o) {
        SequencedMap<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", o.name());
        json.put("shape", o.shape());
        json.put("maxAbsolute", finite(o.maxAbsolute()));
        json.put("maxRelative", finite(o.maxRelative()));
        json.put("largest", finite(o.largest()));
        json.put("toleranceUsed", finite(o.share()));
        json.put("passed", o.passed());
        return json;
    }

    private static SequencedMap<String, @Nullable Object> divergence(Certificate.Divergence d) {
        SequencedMap<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("node", d.node());
        json.put("value", d.value());
        json.put("maxAbsolute", finite(d.maxAbsolute()));
        json.put("largest", finite(d.largest()));
        json.put("batchSize", d.batch());
        json.put("float32Rounding", d.rounding() == null ? null : finite(d.rounding()));
        return json;
    }

    private static @Nullable Double finite(double x) {
        return Double.isFinite(x) ? x : null;
    }
}
