package io.netwright.ui.canvas;

import io.netwright.advice.SizeStories;
import io.netwright.advice.SizeStory;
import io.netwright.advice.SizeStory.Source;
import io.netwright.advice.SizeStory.Term;
import io.netwright.compile.Diagnostic;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.ui.Icons;
import io.netwright.ui.RepairButton;
import io.netwright.ui.Session.Focus;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the sizes of a shape come from: its axes by name, for the chosen one the formula with its numbers and a link
/// to where each number comes from; and where the wire ends at something that does not take the shape, the ways out.
final class ShapeCard extends VBox {

    private static final double WIDTH = 320;

    private final CanvasViewModel model;
    private final Words words;
    private @Nullable Wire wire;

    ShapeCard(CanvasViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("nw-shape-card", Styles.FLOATING);
        setId("shape-card");
        setManaged(false);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        // the numbers on the card are those of one network
        model.session().compiledHereProperty().subscribe(c -> close());
    }

    void open(Wire of, int size, double x, double y) {
        wire = of;
        show(of.from(), size);
        setVisible(true);
        place(x, y);
        lookupAll(".toggle-button").stream()
                .filter(n -> ((ToggleButton) n).isSelected())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// @return whether it was open
    boolean close() {
        boolean was = isVisible();
        if (was) {
            Region canvas = (Region) getParent();
            boolean hadFocus = isFocusWithin();
            setVisible(false);
            getChildren().clear();
            wire = null;
            model.session().advice().preview(null);
            if (hadFocus) {
                canvas.requestFocus();
            }
        }
        return was;
    }

    private void place(double x, double y) {
        applyCss();
        Region parent = (Region) getParent();
        double height = prefHeight(WIDTH);
        resizeRelocate(
                Math.clamp(x, 8, Math.max(8, parent.getWidth() - WIDTH - 8)),
                Math.clamp(y, 8, Math.max(8, parent.getHeight() - height - 8)),
                WIDTH,
                height);
    }

    // the batch goes without saying on a chip; here it is an axis like the others
    private void show(Port port, int written) {
        List<SizeStory> stories = new SizeStories(model.registry(), model.compilation()).of(port);
        getChildren().clear();
        if (stories.isEmpty()) {
            Label unknown = words.bind(Icons.label(Styles.MUTED), "design.size.unknown");
            unknown.setWrapText(true);
            getChildren().add(unknown);
        } else {
            int hidden = stories.size() > 1 && stories.getFirst().isBatch() ? 1 : 0;
            VBox story = new VBox(6);
            ToggleGroup group = new ToggleGroup();
            HBox axes = new HBox(4);
            for (int i = 0; i < stories.size(); i++) {
                SizeStory s = stories.get(i);
                ToggleButton axis = new ToggleButton(s.isBatch() ? "N" : s.axis() + " " + s.size());
                axis.setId("axis-" + i);
                axis.getStyleClass().addAll("nw-axis", Styles.MONO);
                axis.setToggleGroup(group);
                axis.selectedProperty().subscribe(is -> {
                    if (is) {
                        story.getChildren().setAll(lines(s));
                        grow();
                    }
                });
                axis.setOnAction(e -> axis.setSelected(true));
                axes.getChildren().add(axis);
            }
            getChildren().addAll(axes, story);
            int chosen = Math.clamp((long) written + hidden, 0, stories.size() - 1);
            group.selectToggle((ToggleButton) axes.getChildren().get(chosen));
        }
        problems();
    }

    private List<Node> lines(SizeStory s) {
        Label title = Icons.label(Styles.STRONG);
        title.setText(words.now("design.axis." + s.axis().charAt(0)) + (s.isBatch() ? "" : " " + s.size()));
        Label place = Icons.label(Styles.MONO, Styles.FAINT, Styles.SMALL);
        place.setText(s.port().node());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, place);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label rule = Icons.label(Styles.MUTED, Styles.SMALL);
        rule.setId("size-rule");
        rule.setText(words.now(s.rule()));
        rule.setWrapText(true);
        VBox all = new VBox(6, head, rule);
        if (!s.formula().isEmpty()) {
            Label formula = Icons.label(Styles.MONO, Styles.MUTED);
            formula.setText(s.formula());
            Label numbers = Icons.label(Styles.MONO);
            numbers.setId("size-numbers");
            numbers.setText(s.numbers());
            all.getChildren().addAll(formula, numbers);
        }
        for (Term term : s.terms()) {
            all.getChildren().add(term(term));
        }
        return List.of(all);
    }

    private Node term(Term term) {
        Label symbol = Icons.label(Styles.MONO, Styles.SMALL);
        boolean named = term.source() instanceof Source.Property(String node, String key)
                && key.equals("padding")
                && term.symbol().equals("same");
        symbol.setText(named ? term.symbol() : term.symbol() + " = " + term.value());
        symbol.setMinWidth(72);
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add(Styles.SMALL);
        switch (term.source()) {
            case Source.Property(String node, String key) -> {
                link.setId("source-" + key);
                link.setText(words.now("design.size.from.property", words.now("layers.prop." + key), node));
                link.setOnAction(e -> {
                    close();
                    model.session().focus(new Focus(model.session().path(node), null, key));
                });
            }
            case Source.Axis(Port port, int index, String axis) -> {
                link.setId("source-axis-" + axis);
                link.setText(words.now("design.size.from.axis", axis, port.node()));
                link.setOnAction(e -> follow(port, index));
            }
            case Source.Data() -> {
                Label data = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "design.size.from.data");
                return new HBox(8, symbol, data);
            }
        }
        HBox row = new HBox(8, symbol, link);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    // on to where the number was made
    private void follow(Port port, int index) {
        Wire came = wire;
        show(port, index - 1);
        wire = came;
        grow();
        lookupAll(".toggle-button").stream()
                .filter(n -> ((ToggleButton) n).isSelected())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void problems() {
        Wire shown = wire;
        if (shown == null) {
            return;
        }
        for (Diagnostic d :
                model.session().compilation().at(model.session().path(shown.to().node()))) {
            if (!d.isError()) {
                continue;
            }
            Label text = Icons.label(Styles.BAD, Styles.SMALL);
            text.setText(words.now(d.message()));
            text.setWrapText(true);
            FlowPane ways = new FlowPane(6, 6);
            Region rule = new Region();
            rule.getStyleClass().add(Styles.RULE);
            getChildren().addAll(rule, text, ways);
            model.session().advice().repairs(d, found -> {
                found.forEach(t ->
                        ways.getChildren().add(new RepairButton(model.session().advice(), words, t)));
                grow();
            });
        }
    }

    private void grow() {
        if (isVisible()) {
            place(getLayoutX(), getLayoutY());
        }
    }
}
