package io.netwright.ui.training;

import io.netwright.network.Node;
import io.netwright.train.Statistics;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All parameters side by side while they are trained, weights or gradients.
final class LayersPane extends VBox {

    private final Session session;
    private final Words words;
    private final FlowPane row = new FlowPane(10, 10);
    private final Label empty = Icons.label(Styles.MUTED);
    private final ToggleButton gradients;
    private final SequencedMap<String, LayerCard> cards = new LinkedHashMap<>();
    private @Nullable Statistics shown;

    LayersPane(Session session, Words words) {
        this.session = session;
        this.words = words;
        setId("layers-pane");
        getStyleClass().addAll(Styles.CARD, "nw-layers-pane");
        ToggleGroup group = new ToggleGroup();
        ToggleButton weights = chip("panels.train.weights", "show-weights", group);
        gradients = chip("panels.train.gradients", "show-gradients", group);
        weights.setSelected(true);
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            }
            show(shown);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, words.bind(Icons.label(Styles.TITLE), "panels.train.layers"), gap, weights, gradients);
        head.getStyleClass().add("nw-card-head");
        ScrollPane scroll = new ScrollPane(row);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        words.bind(empty, "panels.train.noLayers");
        StackPane body = new StackPane(scroll, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    private ToggleButton chip(String key, String id, ToggleGroup group) {
        ToggleButton chip = words.bind(new ToggleButton(), key);
        chip.setId(id);
        chip.setToggleGroup(group);
        chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        return chip;
    }

    /// @param statistics null where nothing has been seen yet
    void show(@Nullable Statistics statistics) {
        shown = statistics;
        empty.setVisible(statistics == null);
        row.setVisible(statistics != null);
        if (statistics == null) {
            return;
        }
        if (!List.copyOf(cards.keySet())
                .equals(List.copyOf(statistics.parameters().keySet()))) {
            cards.clear();
            statistics.parameters().forEach((name, p) -> cards.put(name, new LayerCard(words, name, family(p.node()))));
            row.getChildren().setAll(cards.values());
        }
        statistics.parameters().forEach((name, p) -> {
            LayerCard card = cards.get(name);
            if (card != null) {
                card.show(p, gradients.isSelected());
            }
        });
    }

    private String family(String node) {
        return session.network()
                .node(node)
                .map(Node::type)
                .flatMap(session.registry()::find)
                .map(l -> l.info().family().key())
                .orElse("dense");
    }
}
