package io.netwright.cli;

import io.netwright.cli.CanvasFigures.Frames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// `netwright bench --canvas`: how smooth the canvas is with large networks.
final class CanvasBench {

    @Option(names = "--canvas")
    private boolean wanted;

    @Option(names = "--nodes", paramLabel = "N", split = ",", defaultValue = "200,1000,5000")
    private List<Integer> nodes = List.of();

    @Option(names = "--frames", paramLabel = "F", defaultValue = "200")
    private int frames;

    int frames() {
        return frames;
    }

    boolean isWanted() {
        return wanted;
    }

    int run(Console console, Desktop desktop, boolean json) {
        if (!json) {
            console.line(row("nodes", "layout", "open", "edit", "pan", "zoom", "whole"));
        }
        for (int size : nodes) {
            CanvasFigures f = desktop.benchCanvas(size, frames);
            if (json) {
                console.json(json(f));
            } else {
                console.line(row(
                        Integer.toString(f.nodes()),
                        ms(f.layout()),
                        ms(f.open()),
                        both(f.edit()),
                        both(f.pan()),
                        both(f.zoom()),
                        both(f.whole())));
            }
        }
        if (!json) {
            console.say("cli.bench.canvas", frames);
        }
        return Exit.OK;
    }

    private static Map<String, ?> json(CanvasFigures f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", "canvas");
        json.put("nodes", f.nodes());
        json.put("layoutMs", f.layout());
        json.put("openMs", f.open());
        json.put("edit", json(f.edit()));
        json.put("pan", json(f.pan()));
        json.put("zoom", json(f.zoom()));
        json.put("whole", json(f.whole()));
        return json;
    }

    private static Map<String, Double> json(Frames frames) {
        return Map.of("medianMs", frames.median(), "p99Ms", frames.p99());
    }

    private static String both(Frames frames) {
        return String.format(Locale.ENGLISH, "%.1f / %.1f", frames.median(), frames.p99());
    }

    private static String ms(double milliseconds) {
        return String.format(Locale.ENGLISH, "%.0f", milliseconds);
    }

    private static String row(String first, String layout, String open, String... frames) {
        StringBuilder line = new StringBuilder(String.format(Locale.ENGLISH, "%6s %8s %8s", first, layout, open));
        for (String f : frames) {
            line.append(String.format(Locale.ENGLISH, " %15s", f));
        }
        return line.toString();
    }
}
