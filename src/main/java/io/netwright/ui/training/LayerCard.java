package io.netwright.ui.training;

import io.netwright.train.Distribution;
import io.netwright.train.Finding;
import io.netwright.train.LayerLook;
import io.netwright.train.Statistics;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.HistogramView;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One layer while it is trained: how a quantity of it is spread, and the figures that tell a healthy run.
final class LayerCard extends VBox {

    private static final PseudoClass GRADIENT = PseudoClass.getPseudoClass("gradient");

    private final HistogramView histogram = new HistogramView();
    private final Label low = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private final Label high = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private final Row norm;
    private final Row ratio;
    private final Row dead;
    private final Row saturated;

    /// @param family whose colour the bars have
    LayerCard(Words words, String node, String family) {
        String id = Ids.of("layer-" + node);
        setId(id);
        getStyleClass().addAll("nw-layer-card", Styles.family(family));
        Label name = Icons.label(Styles.STRONG);
        name.setText(node);
        HBox head = new HBox(8, Icons.familySquare(family), name);
        head.getStyleClass().add("nw-card-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        histogram.setMinHeight(36);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        norm = new Row(words, id, "norm");
        ratio = new Row(words, id, "ratio");
        dead = new Row(words, id, "dead");
        saturated = new Row(words, id, "saturated");
        getChildren().addAll(head, histogram, new HBox(low, gap, high), norm, ratio, dead, saturated);
    }

    private static final class Row extends HBox {

        private final Label value = Icons.label(Styles.MONO, Styles.SMALL);

        /// @param card the id of the card that it is in
        Row(Words words, String card, String what) {
            super(4);
            value.setId(card + "-" + what);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            value.setMinWidth(Region.USE_PREF_SIZE);
            getChildren()
                    .addAll(words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train." + what), gap, value);
            managedProperty().bind(visibleProperty());
        }

        /// @param x NaN where the layer has no such figure
        void show(double x, String text, boolean wrong) {
            setVisible(!Double.isNaN(x));
            // not by colour alone
            value.setText(wrong ? "⚠ " + text : text);
            value.getStyleClass().remove(Styles.WARNING);
            if (wrong) {
                value.getStyleClass().add(Styles.WARNING);
            }
        }
    }

    void show(LayersModel model, String node) {
        Quantity quantity = model.quantityProperty().get();
        Distribution d = quantity.of(node, model.look(), model.statistics());
        if (d == null) {
            return;
        }
        int[] counts = d.counts();
        long[] bars = new long[counts.length];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = counts[i];
        }
        histogram.show(bars);
        histogram.pseudoClassStateChanged(GRADIENT, quantity.isBackward());
        low.setText(shortened(d.min()));
        high.setText(shortened(d.max()));
        norm.show(d.norm(), shortened(d.norm()), false);
        Statistics statistics = model.statistics();
        double update = statistics == null ? Double.NaN : statistics.updateRatio(node);
        List<Finding.Kind> wrong = model.findings().stream()
                .filter(f -> f.node().equals(node))
                .map(Finding::kind)
                .toList();
        ratio.show(update, shortened(update), wrong.contains(Finding.Kind.EXPLODING));
        LayerLook look = model.look();
        LayerLook.OfNode seen = look == null ? null : look.nodes().get(node);
        double silent = seen == null ? Double.NaN : seen.dead();
        dead.show(silent, percent(silent), wrong.contains(Finding.Kind.DEAD));
        double flat = seen == null ? Double.NaN : seen.saturated();
        saturated.show(flat, percent(flat), wrong.contains(Finding.Kind.SATURATED));
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    static String shortened(double x) {
        if (!Double.isFinite(x)) {
            return Figures.NONE;
        }
        double size = Math.abs(x);
        return size != 0 && (size < 1e-3 || size >= 1e4)
                ? String.format(Locale.ENGLISH, "%.1e", x)
                : String.format(Locale.ENGLISH, "%.3g", x);
    }
}
