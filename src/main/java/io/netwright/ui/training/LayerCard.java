package io.netwright.ui.training;

import io.netwright.train.Distribution;
import io.netwright.train.Statistics.OfParameter;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.HistogramView;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One parameter while it is trained: how its weights or gradients are spread, and the norms that tell a healthy run.
final class LayerCard extends VBox {

    /// An update above this share of the weights shakes the layer; far below it, the layer hardly learns.
    private static final double BRISK = 0.1;

    private final HistogramView histogram = new HistogramView();
    private final Label low = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private final Label high = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private final Label weightNorm = Icons.label(Styles.MONO, Styles.SMALL);
    private final Label gradientNorm = Icons.label(Styles.MONO, Styles.SMALL);
    private final Label ratio = Icons.label(Styles.MONO, Styles.SMALL);

    /// @param family whose colour the bars have
    LayerCard(Words words, String parameter, String family) {
        setId(Ids.of("layer-" + parameter));
        getStyleClass().addAll("nw-layer-card", Styles.family(family));
        Label name = Icons.label(Styles.STRONG);
        name.setText(parameter);
        HBox head = new HBox(8, Icons.familySquare(family), name);
        head.getStyleClass().add("nw-card-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        histogram.setMinHeight(36);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head,
                        histogram,
                        new HBox(low, gap, high),
                        row(words, "panels.train.weightNorm", weightNorm),
                        row(words, "panels.train.gradientNorm", gradientNorm),
                        row(words, "panels.train.ratio", ratio));
    }

    private static HBox row(Words words, String key, Label value) {
        Label name = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        value.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(4, name, gap, value);
    }

    /// @param gradients whether the histogram is of gradients rather than weights
    void show(OfParameter seen, boolean gradients) {
        Distribution d = gradients ? seen.gradients() : seen.weights();
        int[] counts = d.counts();
        long[] bars = new long[counts.length];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = counts[i];
        }
        histogram.show(bars);
        histogram.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("gradient"), gradients);
        low.setText(shortened(d.min()));
        high.setText(shortened(d.max()));
        weightNorm.setText(shortened(seen.weights().norm()));
        gradientNorm.setText(shortened(seen.gradients().norm()));
        ratio.setText(shortened(seen.updateRatio()));
        ratio.getStyleClass().remove(Styles.WARNING);
        if (seen.updateRatio() > BRISK) {
            ratio.getStyleClass().add(Styles.WARNING);
        }
    }

    private static String shortened(double x) {
        if (!Double.isFinite(x)) {
            return Figures.NONE;
        }
        double size = Math.abs(x);
        return size != 0 && (size < 1e-3 || size >= 1e4)
                ? String.format(Locale.ENGLISH, "%.1e", x)
                : String.format(Locale.ENGLISH, "%.3g", x);
    }
}
