package io.netwright.ui.inspector;

import io.netwright.edit.Edits;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The project's variables: their numbers, to be changed on the spot, and a line for a new one.
final class VariablesSection extends VBox {

    private static final double NUMBER_WIDTH = 96;

    private final Session session;
    private final Words words;
    private final VBox lines = new VBox(6);
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final TextField name = new TextField();
    private final TextField number = new TextField();
    private final Label wrong;

    VariablesSection(Session session, Words words) {
        super(8);
        this.session = session;
        this.words = words;
        Label help = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "design.variables.help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        name.setId("variable-name");
        words.bindPrompt(name, "design.variables.name");
        HBox.setHgrow(name, Priority.ALWAYS);
        number.setId("variable-number");
        words.bindPrompt(number, "design.variables.number");
        narrow(number);
        name.setOnAction(e -> number.requestFocus());
        number.setOnAction(e -> add());
        Button add = button(Feather.PLUS, "design.variables.add");
        add.setId("variable-add");
        add.setOnAction(e -> add());
        wrong = words.bind(Icons.label(Styles.BAD, Styles.SMALL), "design.variables.wrong");
        wrong.setId("variable-wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        warn(false);
        HBox fresh = new HBox(6, name, number, add);
        fresh.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(help, lines, fresh, wrong);
    }

    private void warn(boolean on) {
        wrong.setVisible(on);
        wrong.setManaged(on);
    }

    private static void narrow(TextField field) {
        field.getStyleClass().add(Styles.MONO);
        field.setPrefWidth(NUMBER_WIDTH);
        field.setMinWidth(NUMBER_WIDTH);
        field.setMaxWidth(NUMBER_WIDTH);
    }

    private Button button(Feather icon, String key) {
        Button button = new Button();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        button.setTooltip(words.tooltip(key));
        button.accessibleTextProperty().bind(words.text(key));
        return button;
    }

    private void add() {
        String wanted = name.getText().strip();
        Optional<Double> value = read(number.getText());
        boolean sound = session.editor().design().variables().takes(wanted) && value.isPresent();
        warn(!sound);
        if (sound) {
            set(wanted, value.get());
            session.editor().seal();
            name.clear();
            number.clear();
            name.requestFocus();
        }
    }

    private void set(String variable, double value) {
        session.editor().applyToDocument(Edits.setVariable(variable, value));
    }

    private static Optional<Double> read(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Shows the variables that there are now. A field that is being typed in keeps what is typed.
    void refresh() {
        // the editor's own: the session's properties change one after the other
        Map<String, Double> now = session.editor().design().variables().values();
        if (!List.copyOf(fields.keySet()).equals(List.copyOf(now.keySet()))) {
            fields.clear();
            lines.getChildren().clear();
            now.keySet().forEach(variable -> lines.getChildren().add(line(variable)));
        }
        now.forEach((variable, value) -> {
            TextField field = fields.get(variable);
            if (field != null && !read(field.getText()).equals(Optional.of(value))) {
                field.setText(PropText.number(value));
            }
        });
    }

    private HBox line(String variable) {
        Label label = Icons.label(Styles.MONO);
        label.setText(variable);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        TextField field = new TextField();
        field.setId("variable-" + variable);
        label.setLabelFor(field);
        narrow(field);
        field.textProperty().addListener((property, was, is) -> {
            field.getStyleClass().remove(Styles.INVALID);
            read(is).ifPresentOrElse(value -> set(variable, value), () -> field.getStyleClass()
                    .add(Styles.INVALID));
        });
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                session.editor().seal();
                refresh();
            }
        });
        fields.put(variable, field);
        Button remove = button(Feather.X, "design.variables.remove");
        remove.setId("variable-remove-" + variable);
        remove.setOnAction(e -> session.editor().applyToDocument(Edits.removeVariable(variable)));
        HBox line = new HBox(6, label, field, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
