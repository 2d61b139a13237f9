package io.netwright.exchange.checkpoint;

import io.netwright.train.EpochReport;
import io.netwright.train.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What epochs reported, a line each, its fields apart by tabs: epoch, step, loss, learning rate, samples a second,
/// metrics; and where it was judged on validation data, samples, loss and metrics there. Metrics are `key=value`, apart
/// by spaces. Numbers are written so that they are read back to the bit. The confusion matrix is left out: it can be
/// counted again.
final class ReportText {

    private static final int PLAIN = 6;

    private ReportText() {}

    static String of(List<EpochReport> reports) {
        return reports.stream().map(ReportText::line).collect(Collectors.joining("\n"));
    }

    private static String line(EpochReport r) {
        List<Object> fields = new ArrayList<>(
                List.of(r.epoch(), r.step(), r.loss(), r.learningRate(), r.samplesPerSecond(), metrics(r.metrics())));
        Evaluation v = r.validation();
        if (v != null) {
            fields.addAll(List.of(v.samples(), v.loss(), metrics(v.metrics())));
        }
        return fields.stream().map(Object::toString).collect(Collectors.joining("\t"));
    }

    private static String metrics(SequencedMap<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    static List<EpochReport> parse(Notes notes, String key) {
        return notes.parse(key, text -> text.lines().map(ReportText::report).toList());
    }

    private static EpochReport report(String line) {
        String[] f = line.split("\t", -1);
        Evaluation validation = f.length == PLAIN
                ? null
                : new Evaluation(
                        Integer.parseInt(f[PLAIN]), Double.parseDouble(f[PLAIN + 1]), metrics(f[PLAIN + 2]), null);
        return new EpochReport(
                Integer.parseInt(f[0]),
                Long.parseLong(f[1]),
                Double.parseDouble(f[2]),
                metrics(f[5]),
                validation,
                Double.parseDouble(f[4]),
                Double.parseDouble(f[3]));
    }

    private static SequencedMap<String, Double> metrics(String text) {
        var metrics = new LinkedHashMap<String, Double>();
        for (String each : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int at = each.indexOf('=');
            metrics.put(each.substring(0, at), Double.parseDouble(each.substring(at + 1)));
        }
        return metrics;
    }

    static String numbers(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static List<Double> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(" ", -1)).stream().map(Double::valueOf).toList();
    }
}
