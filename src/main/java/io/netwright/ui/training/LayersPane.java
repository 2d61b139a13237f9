package io.netwright.ui.training;

import io.netwright.network.Node;
import io.netwright.train.Finding;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.Button;
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
import org.kordamp.ikonli.feather.Feather;

/// All layers side by side while they are trained, or one of them closely; and in words what is wrong with any.
final class LayersPane extends VBox {

    private static final double GAP = 10;
    private static final double NARROWEST = 190;

    private final Session session;
    private final Words words;
    private final LayersModel model;
    private final FlowPane row = new FlowPane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane(row);
    private final DetailPane detail;
    private final Label empty = Icons.label(Styles.MUTED);
    private final Label findings = Icons.label(Styles.WARNING, Styles.SMALL);
    private final Button back;
    private final Label chosen = Icons.label(Styles.TITLE);
    private final SequencedMap<String, LayerCard> cards = new LinkedHashMap<>();

    LayersPane(Session session, Words words, LayersModel model) {
        this.session = session;
        this.words = words;
        this.model = model;
        setId("layers-pane");
        getStyleClass().addAll(Styles.CARD, "nw-layers-pane");
        detail = new DetailPane(words, model::place);
        back = words.bind(new Button(), "panels.train.layers");
        back.setId("layers-back");
        back.setGraphic(Icons.of(Feather.CHEVRON_LEFT));
        back.getStyleClass().add(Styles.QUIET);
        back.setOnAction(e -> choose(null));
        Label title = words.bind(Icons.label(Styles.TITLE), "panels.train.layers");
        for (Region only : List.of(back, chosen, title, findings)) {
            only.managedProperty().bind(only.visibleProperty());
        }
        title.visibleProperty().bind(back.visibleProperty().not());
        chosen.visibleProperty().bind(back.visibleProperty());
        chosen.setId("layer-chosen");
        back.setVisible(false);
        findings.setId("layer-findings");
        findings.setWrapText(true);
        findings.setMinHeight(Region.USE_PREF_SIZE);
        findings.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING));
        findings.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, back, chosen, gap);
        head.getChildren().addAll(quantities());
        head.getStyleClass().add("nw-card-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.viewportBoundsProperty().subscribe(b -> spread(b.getWidth()));
        words.bind(empty, "panels.train.noLayers");
        StackPane body = new StackPane(scroll, detail, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, findings, body);
        model.looks().seenProperty().addListener((p, was, is) -> show());
        model.quantityProperty().addListener((p, was, is) -> show());
        show();
    }

    private List<ToggleButton> quantities() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> chips = Arrays.stream(Quantity.values())
                .map(q -> {
                    ToggleButton chip = words.bind(new ToggleButton(), "panels.train." + q.key());
                    chip.setId("show-" + q.key());
                    chip.setUserData(q);
                    chip.setToggleGroup(group);
                    chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
                    return chip;
                })
                .toList();
        chips.getFirst().setSelected(true);
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof Quantity q) {
                model.quantityProperty().set(q);
            }
        });
        return chips;
    }

    /// Cards share the width, so that a row is full.
    private void spread(double width) {
        int n = Math.max(1, (int) ((width + GAP) / (NARROWEST + GAP)));
        double each = Math.floor((width - (n - 1) * GAP) / n);
        cards.values().forEach(c -> c.setPrefWidth(each));
    }

    private void choose(@Nullable String node) {
        model.choose(node);
        show();
    }

    /// Draws what is known now.
    void show() {
        Quantity quantity = model.quantityProperty().get();
        List<String> nodes = model.nodes().stream()
                .filter(n -> quantity.of(n, model.look(), model.statistics()) != null)
                .toList();
        String close = model.chosen();
        back.setVisible(close != null);
        empty.setVisible(nodes.isEmpty() && close == null);
        scroll.setVisible(!nodes.isEmpty() && close == null);
        detail.setVisible(close != null);
        List<Finding> wrong = model.findings();
        findings.setVisible(!wrong.isEmpty());
        // one at a time: they often have one cause, and the first is nearest to it
        findings.setText(wrong.isEmpty() ? "" : words.now(wrong.getFirst().text()));
        if (close != null) {
            chosen.setText(close);
            detail.show(model, close, family(close));
            return;
        }
        if (!List.copyOf(cards.sequencedKeySet()).equals(nodes)) {
            cards.clear();
            nodes.forEach(n -> {
                LayerCard card = new LayerCard(words, n, family(n));
                card.setOnMouseClicked(e -> choose(n));
                cards.put(n, card);
            });
            row.getChildren().setAll(cards.values());
            spread(scroll.getViewportBounds().getWidth());
        }
        cards.forEach((node, card) -> card.show(model, node));
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
