package io.netwright.ui.data;

import io.netwright.data.Parameter;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A number with its name: typed, stepped with the arrow keys, or drawn along a slider. What is not accepted stays in
/// the field with the reason beneath, and is not passed on.
final class NumberRow extends VBox {

    private static final double FIELD_WIDTH = 76;

    /// A slider has so many places, and an arrow key goes five of them.
    private static final int PLACES = 100;

    private static final int STEP_PLACES = 5;

    private final Supplier<Parameter> range;
    private final Consumer<PropValue> write;
    private final TextField field = new TextField();
    private final @Nullable Slider slider;
    private final Label problem = Icons.label(Styles.BAD, Styles.SMALL);
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private @Nullable PropValue current;
    private boolean refreshing;

    /// @param id    of the field
    /// @param help  null where the name says it all
    /// @param unit  what stands behind the field; may be empty
    /// @param range what is accepted, asked anew each time
    /// @param write takes what was accepted
    NumberRow(
            Words words,
            String id,
            Message name,
            @Nullable Message help,
            String unit,
            Supplier<Parameter> range,
            Consumer<PropValue> write) {
        super(3);
        this.range = range;
        this.write = write;
        Label label = Icons.label(Styles.MUTED);
        label.textProperty().bind(words.compute(() -> words.now(name)));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (help != null) {
            Tooltip tooltip = words.tooltip(help.key(), help.args().toArray());
            label.setTooltip(tooltip);
            field.setTooltip(tooltip);
        }
        label.setLabelFor(field);
        field.setId(id);
        field.getStyleClass().addAll(Styles.MONO, "nw-data-field");
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.setMaxWidth(FIELD_WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().addListener((p, was, is) -> typed(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        HBox row = new HBox(10, label);
        row.setAlignment(Pos.CENTER_LEFT);
        slider = range.get() instanceof Parameter.Real r && unit.isEmpty() ? slider(r) : null;
        Region gap = slider == null ? new Region() : slider;
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(gap, field);
        if (!unit.isEmpty()) {
            Label after = Icons.label(Styles.FAINT);
            after.setText(unit);
            row.getChildren().add(after);
        }
        problem.setId("problem-" + id);
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(words.text(refusal));
        problem.visibleProperty().bind(refusal.isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        refusal.addListener((p, was, is) -> {
            field.getStyleClass().remove(Styles.INVALID);
            if (is != null) {
                field.getStyleClass().add(Styles.INVALID);
            }
        });
        getChildren().addAll(row, problem);
    }

    private Slider slider(Parameter.Real real) {
        Slider made = new Slider(real.min(), real.max(), real.fallback());
        made.setId(field.getId() + "-slider");
        made.setFocusTraversable(false);
        made.getStyleClass().add("nw-data-slider");
        made.setMinWidth(40);
        made.setPrefWidth(90);
        made.valueProperty().addListener((p, was, is) -> {
            if (!refreshing) {
                double place = (real.max() - real.min()) / PLACES;
                field.setText(text(PropValue.of(tidy(Math.rint(is.doubleValue() / place) * place))));
            }
        });
        return made;
    }

    /// Shows the value as it is now; what a person is just typing stays as typed.
    void show(PropValue value) {
        current = value;
        if (!(field.isFocused() && parse(field.getText()).equals(value))) {
            refreshing = true;
            field.setText(text(value));
            refreshing = false;
        }
        place(value);
        refusal.set(refuse(value));
    }

    private void place(PropValue value) {
        if (slider != null) {
            refreshing = true;
            switch (value) {
                case PropValue.Int i -> slider.setValue(i.value());
                case PropValue.Real r -> slider.setValue(r.value());
                default -> {
                    // no place for it; the reason stands beneath
                }
            }
            refreshing = false;
        }
    }

    private void typed(String text) {
        if (refreshing) {
            return;
        }
        PropValue value = parse(text);
        Message reason = refuse(value);
        refusal.set(reason);
        if (reason == null && !value.equals(current)) {
            current = value;
            write.accept(value);
        }
    }

    private void step(KeyEvent e) {
        int direction = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
        if (direction == 0) {
            return;
        }
        e.consume();
        PropValue now = parse(field.getText());
        switch (range.get()) {
            case Parameter.Whole w
            when now instanceof PropValue.Int i ->
                field.setText(text(PropValue.of(
                        Math.clamp(i.value() + (e.isShiftDown() ? 10L : 1) * direction, w.min(), w.max()))));
            case Parameter.Real r
            when refuse(now) == null -> {
                double step = (r.max() - r.min()) / PLACES * (e.isShiftDown() ? 1 : STEP_PLACES) * direction;
                field.setText(text(PropValue.of(tidy(Math.clamp(r.decode(now) + step, r.min(), r.max())))));
            }
            default -> {
                // nothing to step from
            }
        }
        field.end();
    }

    /// @return why `value` is not accepted; null where it is
    private @Nullable Message refuse(PropValue value) {
        try {
            switch (range.get()) {
                case Parameter.Whole w -> w.decode(value);
                case Parameter.Real r -> r.decode(value);
            }
            return null;
        } catch (UserException e) {
            return Message.of("panels.data.needs", e.expected());
        }
    }

    private PropValue parse(String text) {
        String trimmed = text.strip();
        try {
            return range.get() instanceof Parameter.Real
                    ? PropValue.of(Double.parseDouble(trimmed))
                    : PropValue.of(Long.parseLong(trimmed));
        } catch (NumberFormatException e) {
            return PropValue.of(trimmed);
        }
    }

    private static String text(PropValue value) {
        return switch (value) {
            case PropValue.Int i -> Long.toString(i.value());
            case PropValue.Real r
            when r.value() == Math.rint(r.value()) && Math.abs(r.value()) < 1e15 -> Long.toString((long) r.value());
            case PropValue.Real r
            when Double.isFinite(r.value()) -> BigDecimal.valueOf(r.value()).toPlainString();
            case PropValue.Real r -> Double.toString(r.value());
            case PropValue.Text t -> t.value();
            case PropValue.Bool b -> Boolean.toString(b.value());
            case PropValue.ListOf l -> "[…]";
            case PropValue.Formula f -> text(f.value());
            case PropValue.Fields f -> "{…}";
        };
    }

    /// Steps of 0.05 leave 0.15000000000000002 behind.
    private static double tidy(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }
}
