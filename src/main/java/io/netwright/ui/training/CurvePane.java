package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart in a card: what it shows by name, of which one is chosen, a chip for each curve that shows and hides it,
/// what else can be switched, and the value under the mouse.
final class CurvePane extends VBox {

    private final CurveChart chart = new CurveChart();
    private final Words words;
    private final HBox quantities = new HBox(10);
    private final ToggleGroup group = new ToggleGroup();
    private List<String> offered = List.of();
    private final HBox legend = new HBox(6);
    private final SequencedMap<String, ToggleButton> chips = new LinkedHashMap<>();
    private final Label empty = Icons.label(Styles.MUTED);
    private List<Curve> curves = List.of();

    /// @param chosen   called with what is to be shown from now on: one of those given to [#offer]
    /// @param switches stand at the right
    CurvePane(Words words, String id, Consumer<String> chosen, Node... switches) {
        setId(id);
        getStyleClass().addAll(Styles.CARD, "nw-curve-pane");
        this.words = words;
        quantities.setMinWidth(Region.USE_PREF_SIZE);
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof String quantity) {
                chosen.accept(quantity);
            }
        });
        legend.setMinWidth(Region.USE_PREF_SIZE);
        legend.setAlignment(Pos.CENTER_LEFT);
        quantities.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, quantities, gap, legend);
        head.getChildren().addAll(switches);
        head.getStyleClass().add("nw-card-head");
        words.bind(empty, "panels.train.noCurve");
        StackPane body = new StackPane(chart, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(80);
        getChildren().addAll(head, body);
    }

    /// Offers these to be shown, each by the key of its words; the first is chosen.
    void offer(List<String> keys) {
        if (keys.equals(offered)) {
            return;
        }
        offered = List.copyOf(keys);
        quantities.getChildren().clear();
        group.getToggles().clear();
        for (String key : keys) {
            ToggleButton title = words.bind(new ToggleButton(), key);
            title.setId(Ids.of(key));
            title.setUserData(key);
            title.getStyleClass().setAll(Styles.TITLE, "nw-title-toggle");
            title.setToggleGroup(group);
            quantities.getChildren().add(title);
        }
        group.selectToggle(group.getToggles().getFirst());
    }

    CurveChart chart() {
        return chart;
    }

    /// Shows these curves, less those that were switched off.
    void show(List<Curve> next) {
        curves = next;
        Map<String, String> named = new LinkedHashMap<>();
        for (Curve c : next) {
            if (c.isNamed()) {
                named.put(c.id(), c.label());
            }
        }
        if (!chips.keySet().equals(named.keySet())) {
            chips.clear();
            next.stream().filter(Curve::isNamed).forEach(c -> chips.put(c.id(), chip(c)));
            legend.getChildren().setAll(chips.values());
        }
        named.forEach((id, label) -> {
            ToggleButton chip = chips.get(id);
            if (chip != null) {
                chip.setText(label);
            }
        });
        redraw();
    }

    private ToggleButton chip(Curve curve) {
        ToggleButton chip = new ToggleButton(curve.label());
        chip.setId("curve-" + curve.id());
        chip.setSelected(true);
        Region line = new Region();
        line.getStyleClass()
                .addAll("nw-legend-line", "nw-legend-" + curve.tone().name().toLowerCase(java.util.Locale.ROOT));
        chip.setGraphic(line);
        chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        chip.selectedProperty().addListener((p, was, is) -> redraw());
        return chip;
    }

    private void redraw() {
        List<Curve> shown = new ArrayList<>();
        for (Curve c : curves) {
            ToggleButton chip = chips.get(c.style() == Curve.Style.FAINT ? "train" : c.id());
            if (chip == null || chip.isSelected()) {
                shown.add(c);
            }
        }
        chart.show(shown);
        boolean nothing = curves.stream().allMatch(c -> c.size() == 0);
        empty.setVisible(nothing);
        chart.setVisible(!nothing);
    }
}
