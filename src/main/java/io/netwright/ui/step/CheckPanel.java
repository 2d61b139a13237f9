package io.netwright.ui.step;

import io.netwright.step.NumberText;
import io.netwright.train.check.GradientCheck.Width;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.GradientReport.Element;
import io.netwright.train.check.GradientReport.OfParameter;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The gradient check of the whole network: a mark for each layer, here and on the strip, the worst element with both
/// its numbers, and its error over the width of the difference quotient.
final class CheckPanel extends VBox {

    /// What a logarithmic axis shows an error of 0 as.
    private static final double LEAST = 1e-12;

    /// How a layer came off.
    private enum Mark {
        AGREES(Feather.CHECK_CIRCLE, Styles.GOOD),
        DIFFERS(Feather.X_CIRCLE, Styles.BAD),
        KINKS(Feather.ALERT_TRIANGLE, Styles.WARNING);

        private final Feather icon;
        private final String style;

        Mark(Feather icon, String style) {
            this.icon = icon;
            this.style = style;
        }

        FontIcon icon() {
            return Icons.of(icon, "nw-step-mark-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /// One layer.
    ///
    /// @param worst the element that is furthest off; a kink where nothing else is there
    private record OfLayer(
            String node, Mark mark, int kinks, @Nullable Element worst) {}

    private final StepViewModel model;
    private final CheckViewModel check;
    private final Words words;
    private final NetworkStrip strip;
    private final Label summary = Icons.label(Styles.STRONG);
    private final Label detail = Icons.label(Styles.MUTED, Styles.SMALL);
    private final VBox layers = new VBox(2);
    private final VBox element = new VBox(6);
    private final CurveChart chart = new CurveChart();
    private final Label kinked = Icons.label(Styles.WARNING, Styles.SMALL);
    private List<String> marked = List.of();

    CheckPanel(StepViewModel model, Words words, NetworkStrip strip) {
        super(14);
        this.model = model;
        this.check = model.check();
        this.words = words;
        this.strip = strip;
        setId("step-check");
        getStyleClass().add("nw-step-side");
        Label what = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "step.check.what", CheckViewModel.SAMPLES);
        Button run = words.bind(new Button(), "step.check.run");
        run.setId("step-check-run");
        run.getStyleClass().add(Styles.PRIMARY);
        run.setOnAction(e -> model.checkGradients());
        run.disableProperty()
                .bind(check.busyProperty().or(model.recordingProperty().isNull()));
        Button cancel = words.bind(new Button(), "step.run.cancel");
        cancel.setId("step-check-cancel");
        cancel.setOnAction(e -> check.cancel());
        ProgressBar progress = new ProgressBar();
        progress.getStyleClass().add("nw-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(check.progressProperty());
        for (Region r : List.of(cancel, progress)) {
            r.visibleProperty().bind(check.busyProperty());
            r.managedProperty().bind(r.visibleProperty());
        }
        for (Label l : List.of(what, summary, detail, kinked)) {
            l.setWrapText(true);
            l.setMinHeight(USE_PREF_SIZE);
        }
        summary.setId("step-check-summary");
        detail.setId("step-check-detail");
        layers.setId("step-check-layers");
        element.setId("step-check-element");
        kinked.setId("step-check-kinked");
        chart.setLogarithmic(true);
        chart.setLogarithmicDomain(true);
        chart.setPrefHeight(200);
        chart.setMinHeight(200);
        chart.setId("step-check-chart");
        getChildren().addAll(what, new HBox(8, run, cancel), progress, summary, detail, layers, element, chart, kinked);
        check.reportProperty().addListener((p, was, is) -> show());
        check.problemProperty().addListener((p, was, is) -> show());
        check.chosenProperty().addListener((p, was, is) -> showElement());
        check.widthsProperty().addListener((p, was, is) -> showWidths());
        words.messagesProperty().addListener((p, was, is) -> {
            showElement();
            showWidths();
        });
        show();
        showElement();
        showWidths();
    }

    private void show() {
        GradientReport report = check.reportProperty().get();
        marked.forEach(node -> strip.mark(node, null));
        marked = List.of();
        layers.getChildren().clear();
        detail.textProperty().unbind();
        detail.setText("");
        summary.textProperty().unbind();
        summary.setText("");
        summary.setGraphic(null);
        if (report == null) {
            summary.textProperty().bind(words.text(check.problemProperty()));
            return;
        }
        Mark all = report.passed() ? Mark.AGREES : Mark.DIFFERS;
        summary.getStyleClass().setAll("label", Styles.STRONG, all.style);
        summary.setGraphic(all.icon());
        words.bind(
                summary,
                report.passed() ? "step.check.agrees" : "step.check.differs",
                power(report.maxRelativeError()));
        words.bind(detail, "step.check.detail", report.checked(), report.kinkCount(), power(report.tolerance()));
        List<OfLayer> found = ofLayers(report);
        found.forEach(l -> layers.getChildren().add(row(l)));
        found.forEach(l -> strip.mark(l.node(), l.mark().icon()));
        marked = found.stream().map(OfLayer::node).toList();
    }

    private static List<OfLayer> ofLayers(GradientReport report) {
        Map<String, List<OfParameter>> byNode = report.parameters().stream()
                .collect(Collectors.groupingBy(OfParameter::node, LinkedHashMap::new, Collectors.toList()));
        List<OfLayer> list = new ArrayList<>();
        byNode.forEach((node, parameters) -> {
            Element worst = parameters.stream()
                    .map(OfParameter::worst)
                    .filter(Objects::nonNull)
                    .max(Comparator.comparingDouble(Element::relativeError))
                    .orElse(null);
            int kinks = parameters.stream().mapToInt(OfParameter::kinks).sum();
            Element shown = worst != null
                    ? worst
                    : report.kinks().stream()
                            .filter(k -> k.node().equals(node))
                            .findFirst()
                            .orElse(null);
            Mark mark = worst == null
                    ? Mark.KINKS
                    : worst.relativeError() > report.tolerance() ? Mark.DIFFERS : Mark.AGREES;
            list.add(new OfLayer(node, mark, kinks, shown));
        });
        return list;
    }

    private HBox row(OfLayer layer) {
        Label name = Icons.label(Styles.SMALL, Styles.MONO);
        name.setText(layer.node());
        name.setGraphic(layer.mark().icon());
        Label says = Icons.label(Styles.SMALL, layer.mark().style);
        says.setId(Ids.of("step-check-" + layer.node()));
        String error = layer.worst() == null ? "" : power(layer.worst().relativeError());
        words.bind(says, "step.check.mark." + layer.mark().name().toLowerCase(Locale.ROOT), error, layer.kinks());
        says.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, says);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("nw-step-parameter-row");
        row.setOnMouseClicked(e -> {
            check.choose(layer.worst());
            model.goToNode(layer.node());
        });
        return row;
    }

    private void showElement() {
        Element e = check.chosenProperty().get();
        element.getChildren().clear();
        element.setVisible(e != null);
        element.setManaged(e != null);
        if (e == null) {
            return;
        }
        Label name = Icons.label(Styles.STRONG, Styles.MONO);
        name.setId("step-check-element-name");
        name.setText(
                e.parameter() + e.index().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
        element.getChildren()
                .addAll(
                        name,
                        line("step.check.analytic", "analytic", NumberText.of(e.analytic())),
                        line("step.check.numeric", "numeric", NumberText.of(e.numeric())),
                        line("step.check.error", "error", power(e.relativeError())));
    }

    private HBox line(String key, String id, String number) {
        Label left = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        Label right = Icons.label(Styles.MONO, Styles.SMALL);
        right.setId("step-check-" + id);
        right.setText(number);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, left, gap, right);
    }

    private void showWidths() {
        List<Width> widths = check.widthsProperty().get();
        chart.setVisible(!widths.isEmpty());
        chart.setManaged(!widths.isEmpty());
        kinked.setVisible(widths.stream().anyMatch(Width::kinked));
        kinked.setManaged(kinked.isVisible());
        if (widths.isEmpty()) {
            return;
        }
        chart.setTitles(words.now("step.check.chart.epsilon"), words.now("step.check.chart.error"));
        chart.show(List.of(
                curve("error", Curve.Tone.TRAIN, Curve.Style.LINE, widths, w -> true),
                curve("kinked", Curve.Tone.FOURTH, Curve.Style.DOTS, widths, Width::kinked)));
        words.bind(
                kinked,
                "step.check.kinked",
                widths.stream().filter(Width::kinked).count());
    }

    private static Curve curve(
            String id, Curve.Tone tone, Curve.Style style, List<Width> widths, Predicate<Width> which) {
        List<Width> chosen = widths.reversed().stream().filter(which).toList();
        return new Curve(
                id,
                id,
                tone,
                style,
                chosen.stream().mapToDouble(Width::epsilon).toArray(),
                chosen.stream().mapToDouble(w -> Math.max(LEAST, w.error())).toArray());
    }

    private static String power(double error) {
        return String.format(Locale.ENGLISH, "%.1e", error);
    }
}
