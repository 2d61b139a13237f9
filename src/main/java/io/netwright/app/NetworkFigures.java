package io.netwright.app;

import io.netwright.train.Distribution;
import io.netwright.train.Finding;
import io.netwright.train.LayerLook;
import io.netwright.train.LayerProbe;
import io.netwright.train.Snapshot;
import io.netwright.train.Statistics;
import io.netwright.train.Watch;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.NetworkLooks;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.CanvasView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows on the canvas how a network fares while it is trained: each node has its figure, wires are the thicker the
/// more goes through them, and what is wrong is said in words. What is shown is chosen here; nothing is the default,
/// and costs nothing.
final class NetworkFigures extends VBox {

    /// What can be shown.
    enum Shown {
        NOTHING,
        ACTIVATION,
        GRADIENT,
        RATIO,
        DEAD;

        String key() {
            return "design.show." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Training training;
    private final Words words;
    private final CanvasView canvas;
    private final NetworkLooks<LayerLook> looks;
    private final ComboBox<Shown> choice = new ComboBox<>(FXCollections.observableArrayList(Shown.values()));
    private final Label legend = Icons.label(Styles.MUTED, Styles.SMALL);
    private final Label finding = Icons.label(Styles.WARNING, Styles.SMALL);
    private final Set<String> badged = new HashSet<>();
    private boolean inSight;
    private boolean watching;

    NetworkFigures(
            Training training,
            Words words,
            CanvasView canvas,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        super(4);
        this.training = training;
        this.words = words;
        this.canvas = canvas;
        this.looks = new NetworkLooks<>(training, plan -> new LayerProbe(plan)::look, background, ui, failures);
        getStyleClass().add("nw-network-figures");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        choice.setId("figures-choice");
        choice.setValue(Shown.NOTHING);
        choice.getStyleClass().add("nw-data-choice");
        words.messagesProperty().subscribe(m -> choice.setConverter(new Naming(words)));
        choice.valueProperty().addListener((p, was, is) -> {
            watch();
            show();
        });
        legend.setId("figures-legend");
        finding.setId("figures-finding");
        finding.setWrapText(true);
        finding.setMaxWidth(420);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        finding.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING));
        finding.managedProperty().bind(finding.visibleProperty());
        finding.setVisible(false);
        HBox row = new HBox(8, words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "design.show"), choice, legend);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, finding);
        visibleProperty().bind(training.snapshotProperty().map(s -> true).orElse(false));
        looks.seenProperty().addListener((p, was, is) -> show());
        training.outdatedProperty().addListener((p, was, is) -> show());
    }

    private static final class Naming extends StringConverter<Shown> {
        private final Words words;

        Naming(Words words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable Shown shown) {
            return shown == null ? "" : words.now(shown.key());
        }

        @Override
        public Shown fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }

    /// Says whether the canvas is in sight.
    void inSight(boolean on) {
        inSight = on;
        watch();
    }

    boolean isBusy() {
        return looks.isBusy();
    }

    private void watch() {
        boolean on = inSight && choice.getValue() != Shown.NOTHING;
        if (on != watching) {
            watching = on;
            training.watch(Watch.ALL, on);
        }
        looks.watch(on);
    }

    private void show() {
        badged.forEach(node -> canvas.setBadge(node, null));
        badged.clear();
        LayerLook look = looks.seenProperty().get();
        Shown shown = choice.getValue();
        boolean nothing = look == null
                || shown == Shown.NOTHING
                || training.outdatedProperty().get();
        finding.setVisible(false);
        legend.setText("");
        if (nothing || look == null) {
            canvas.setFlow(Map.of(), false);
            return;
        }
        Snapshot s = training.snapshotProperty().get();
        Statistics statistics = s == null ? null : s.statistics();
        List<Finding> wrong = Finding.of(look, statistics);
        Map<String, Double> figures = new HashMap<>();
        look.nodes().forEach((node, n) -> {
            double figure = figure(shown, node, n, statistics);
            if (!Double.isNaN(figure)) {
                figures.put(node, figure);
            }
        });
        Set<String> ill = new HashSet<>();
        wrong.forEach(f -> ill.add(f.node()));
        figures.forEach((node, figure) -> badge(node, text(shown, figure), ill.contains(node)));
        ill.stream().filter(node -> !figures.containsKey(node)).forEach(node -> badge(node, "", true));
        flow(shown, figures);
        if (!wrong.isEmpty()) {
            finding.setText(words.now(wrong.getFirst().text()));
            finding.setVisible(true);
        }
    }

    private static double figure(Shown shown, String node, LayerLook.OfNode n, @Nullable Statistics statistics) {
        return switch (shown) {
            case NOTHING -> Double.NaN;
            case ACTIVATION -> size(n.activations());
            case GRADIENT -> n.gradients() == null ? Double.NaN : size(n.gradients());
            case RATIO -> statistics == null ? Double.NaN : statistics.updateRatio(node);
            case DEAD -> n.dead();
        };
    }

    // the root mean square, which does not depend on how wide a layer is
    private static double size(Distribution d) {
        long n = 0;
        for (int c : d.counts()) {
            n += c;
        }
        return d.norm() / Math.sqrt(n);
    }

    private void badge(String node, String text, boolean wrong) {
        Label badge = Icons.label(Styles.MONO, "nw-figure-badge");
        badge.setId("figure-" + node);
        // not by colour alone
        badge.setText(wrong ? (text + " ⚠").strip() : text);
        if (wrong) {
            badge.getStyleClass().add(Styles.WARNING);
        }
        badged.add(node);
        canvas.setBadge(node, badge);
    }

    /// What leaves a node goes through its wires. Sizes of one network span decades, so a wire's width follows the
    /// logarithm.
    private void flow(Shown shown, Map<String, Double> figures) {
        boolean flows = shown == Shown.ACTIVATION || shown == Shown.GRADIENT;
        double low = figures.values().stream()
                .mapToDouble(f -> f)
                .filter(f -> f > 0)
                .min()
                .orElse(1);
        double high = figures.values().stream().mapToDouble(f -> f).max().orElse(1);
        Map<String, Double> strengths = new HashMap<>();
        if (flows) {
            double decades = Math.max(1e-9, Math.log10(high / low));
            figures.forEach((node, f) -> strengths.put(node, f <= 0 ? 0 : Math.log10(f / low) / decades));
        }
        canvas.setFlow(strengths, shown == Shown.GRADIENT);
        legend.setText(
                words.now(flows ? "design.show.legend" : "design.show.range", text(shown, low), text(shown, high)));
    }

    private static String text(Shown shown, double figure) {
        if (!Double.isFinite(figure)) {
            return Figures.NONE;
        }
        if (shown == Shown.DEAD) {
            return String.format(Locale.ENGLISH, "%.0f %%", 100 * figure);
        }
        return figure != 0 && Math.abs(figure) < 1e-3
                ? String.format(Locale.ENGLISH, "%.0e", figure)
                : String.format(Locale.ENGLISH, "%.2g", figure);
    }
}
