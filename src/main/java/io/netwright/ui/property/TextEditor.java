package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A field for whole numbers, numbers, several numbers or text.
///
/// What is accepted goes into the document with each key, as one undo entry while typing lasts. What is not accepted
/// stays in the field, with the reason beneath, and goes into the document as it stands on Enter or when the field is
/// left: nothing typed is lost.
final class TextEditor implements PropertyEditor {

    private final PropertyModel<?> model;
    private final TextField field = new TextField();
    private final StackPane node = new StackPane(field);
    private final Label value = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
    private final VBox below = new VBox(value);
    private Consumer<@Nullable Message> show = m -> {};
    private PropValue current;
    private boolean pending;
    private boolean refreshing;

    TextEditor(PropertyModel<?> model, Words words) {
        this.model = model;
        this.current = model.raw();
        field.setText(PropText.format(current));
        field.setId("property-" + model.prop().key());
        value.setId("value-" + model.prop().key());
        below.setAlignment(Pos.CENTER_RIGHT);
        below.setVisible(false);
        below.setManaged(false);
        if (!(model.prop() instanceof Prop.TextProp)) {
            field.getStyleClass().add(Styles.MONO);
        }
        if (model.prop() instanceof Prop.IntProp range) {
            node.getChildren().add(steppers(range));
            field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                switch (e.getCode()) {
                    case UP -> step(range, e.isShiftDown() ? 10 : 1);
                    case DOWN -> step(range, e.isShiftDown() ? -10 : -1);
                    default -> {
                        return;
                    }
                }
                e.consume();
            });
        }
        if (model.prop() instanceof Prop.IntsProp p && p.minCount() == 0) {
            words.bindPrompt(field, "design.inspector.fromData");
        }
        field.textProperty().addListener((property, was, is) -> typed(is));
        field.setOnAction(e -> leave());
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                leave();
            }
        });
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public VBox below() {
        return below;
    }

    @Override
    public Node focusTarget() {
        return field;
    }

    @Override
    public void onProblem(Consumer<@Nullable Message> consumer) {
        show = consumer;
        judge();
    }

    @Override
    public void refresh() {
        PropValue raw = model.raw();
        if (raw.equals(current) || sameValue(raw, current)) {
            return;
        }
        current = raw;
        pending = false;
        refreshing = true;
        field.setText(PropText.format(raw));
        refreshing = false;
        judge();
    }

    /// `3` and `3 × 3` are the same kernel; what was typed stays as it was typed.
    private boolean sameValue(PropValue a, PropValue b) {
        return !(a instanceof PropValue.Formula)
                && !(b instanceof PropValue.Formula)
                && model.problem(a).isEmpty()
                && model.problem(b).isEmpty()
                && model.prop().decode(a).equals(model.prop().decode(b));
    }

    @Override
    public void flush() {
        if (pending) {
            pending = false;
            model.set(current);
        }
    }

    private void typed(String text) {
        if (refreshing) {
            return;
        }
        current = PropText.parse(model.prop(), text, model.variables());
        pending = model.problem(current).isPresent();
        judge();
        if (!pending) {
            model.set(current);
        }
    }

    private void judge() {
        Message problem = model.problem(current).orElse(null);
        field.getStyleClass().remove(Styles.INVALID);
        if (problem != null) {
            field.getStyleClass().add(Styles.INVALID);
        }
        show.accept(problem);
        boolean formula = current instanceof PropValue.Formula;
        value.setText(formula ? "= " + PropText.format(current.plain()) : "");
        below.setVisible(formula);
        below.setManaged(formula);
    }

    private void leave() {
        flush();
        model.done();
    }

    private Node steppers(Prop.IntProp range) {
        VBox buttons = new VBox(step(range, Feather.CHEVRON_UP, 1), step(range, Feather.CHEVRON_DOWN, -1));
        buttons.getStyleClass().add("nw-steppers");
        buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER);
        StackPane.setAlignment(buttons, Pos.CENTER_RIGHT);
        return buttons;
    }

    private Button step(Prop.IntProp range, Feather icon, int by) {
        Button button = new Button();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll(Styles.QUIET, "nw-stepper");
        button.setFocusTraversable(false);
        button.setOnAction(e -> step(range, by));
        return button;
    }

    private void step(Prop.IntProp range, int by) {
        long from = current.plain() instanceof PropValue.Int(long i) ? i : range.defaultValue();
        long to = Math.clamp(from + by, range.min(), range.max());
        field.setText(Long.toString(to));
        field.positionCaret(field.getLength());
    }
}
