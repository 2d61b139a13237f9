package io.netwright.ui.property;

import io.netwright.layer.InitForm;
import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of the ways a parameter can start and, below it, what the chosen one needs: a few numbers, or the values
/// themselves in a grid as large as the parameter.
final class InitEditor implements PropertyEditor {

    private final PropertyModel<Initialiser> model;
    private final Supplier<@Nullable Shape> shape;
    private final ComboBox<String> box = new ComboBox<>();
    private final VBox below = new VBox();
    private final Map<String, TextField> numbers = new LinkedHashMap<>();
    private final String key;
    private final Words words;
    private final MatrixEditor matrix;
    private Consumer<@Nullable Message> show = m -> {};
    private PropValue current;
    private boolean refreshing;

    /// @param shape the parameter's sizes as the compiler knows them; null where it does not yet
    InitEditor(PropertyModel<Initialiser> model, Prop.InitProp prop, Supplier<@Nullable Shape> shape, Words words) {
        this.model = model;
        this.key = prop.key();
        this.words = words;
        this.shape = shape;
        this.current = model.raw();
        this.matrix = new MatrixEditor(words, this::write, model::done);
        box.setId("property-" + prop.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(Prop.InitProp.types());
        WordCells.install(box, type -> Prop.InitProp.types().contains(type) ? words.text("layers.init." + type) : null);
        show(current);
        box.valueProperty().addListener((property, was, is) -> {
            if (!refreshing && is != null) {
                choose(is);
            }
        });
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public VBox below() {
        return below;
    }

    @Override
    public Node focusTarget() {
        return box;
    }

    @Override
    public void onProblem(Consumer<@Nullable Message> consumer) {
        show = consumer;
        judge();
    }

    @Override
    public void refresh() {
        PropValue raw = model.raw();
        if (!raw.equals(current)) {
            current = raw;
            show(raw);
            judge();
        }
        if (isExplicit(raw)) {
            matrix.fit(shape.get());
        }
    }

    private static boolean isExplicit(PropValue raw) {
        return type(raw).equals("explicit");
    }

    private static String type(PropValue raw) {
        return switch (raw) {
            case PropValue.Text(String t) -> t;
            case PropValue.Fields f when f.fields().get("type") instanceof PropValue.Text(String t) -> t;
            default -> PropText.format(raw);
        };
    }

    private void show(PropValue raw) {
        refreshing = true;
        String type = type(raw);
        box.setValue(type);
        below.getChildren().clear();
        numbers.clear();
        Map<String, PropValue> fields = raw instanceof PropValue.Fields f ? f.fields() : Map.of();
        if (isExplicit(raw)) {
            matrix.show(fields.getOrDefault("values", new PropValue.ListOf(List.of())), shape.get());
            below.getChildren().add(matrix);
        }
        InitForm.of(type).ifPresent(form -> form.numbers()
                .forEach((name, usual) -> addNumber(name, fields.getOrDefault(name, PropValue.of(usual)))));
        below.setManaged(!below.getChildren().isEmpty());
        refreshing = false;
    }

    private void addNumber(String name, PropValue value) {
        TextField field = new TextField(PropText.format(value));
        field.getStyleClass().add(Styles.MONO);
        field.setId("property-" + key + "-" + name);
        field.setPrefColumnCount(8);
        field.textProperty().addListener((property, was, is) -> {
            if (!refreshing) {
                write(numbers());
            }
        });
        field.setOnAction(e -> model.done());
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                model.done();
            }
        });
        numbers.put(name, field);
        Label label = words.bind(Icons.label("nw-property-label"), "layers.init.number." + name);
        label.setLabelFor(field);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(6, label, gap, field);
        row.setAlignment(Pos.CENTER_LEFT);
        below.getChildren().add(row);
    }

    /// @return the initialiser that the number fields describe
    private PropValue numbers() {
        var fields = new LinkedHashMap<String, PropValue>();
        fields.put("type", PropValue.of(type(current)));
        numbers.forEach((name, field) -> {
            String text = field.getText().strip();
            fields.put(name, PropText.real(text, PropValue.of(text)));
        });
        return PropValue.fields(fields);
    }

    private void choose(String type) {
        PropValue chosen =
                type.equals("explicit") ? fields(type, "values", MatrixEditor.zeros(shape.get())) : PropValue.of(type);
        current = chosen;
        model.set(chosen);
        model.done();
        show(chosen);
        matrix.fit(shape.get());
        judge();
    }

    /// Takes values from the grid, or a whole value.
    private void write(PropValue value) {
        current = value instanceof PropValue.ListOf ? fields("explicit", "values", value) : value;
        judge();
        model.set(current);
    }

    private void judge() {
        Message problem = model.problem(current).orElse(null);
        numbers.values().forEach(field -> {
            field.getStyleClass().remove(Styles.INVALID);
            if (PropText.real(field.getText().strip(), PropValue.of("")) instanceof PropValue.Text) {
                field.getStyleClass().add(Styles.INVALID);
            }
        });
        if (problem != null && (!numbers.isEmpty() || isExplicit(current))) {
            problem = Message.of("design.inspector.needsNumber");
        }
        show.accept(problem);
    }

    private static PropValue fields(String type, String key, PropValue value) {
        var fields = new LinkedHashMap<String, PropValue>();
        fields.put("type", PropValue.of(type));
        fields.put(key, value);
        return PropValue.fields(fields);
    }
}
