package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A property in the inspector: its name with its help, its editor, the way back to the default, and beneath what is
/// wrong with what was typed.
public final class PropertyRow extends VBox {

    private static final double EDITOR_WIDTH = 138;

    private final PropertyModel<?> model;
    private final PropertyEditor editor;
    private final Button reset = new Button();

    /// @param source whose property it is
    public PropertyRow(PropertySource source, Words words, Prop<?> prop) {
        this.model = source.model(prop);
        this.editor = PropertyEditors.create(source, words, prop);
        getStyleClass().add("nw-property");

        String key = source.words(prop);
        Label label = words.bind(Icons.label("nw-property-label"), key);
        if (words.messages().has(key + ".help")) {
            label.setTooltip(words.tooltip(key + ".help"));
        }
        label.setLabelFor(editor.focusTarget());
        // a long name breaks into lines; the field keeps its width
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        reset.setId("reset-" + prop.key());
        reset.setGraphic(Icons.of(Feather.ROTATE_CCW));
        reset.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON, "nw-reset");
        reset.setTooltip(words.tooltip("design.inspector.reset"));
        reset.setFocusTraversable(false);
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setOnAction(e -> {
            model.reset();
            model.done();
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, label, gap, reset, editor.node());
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(30);
        editor.node().setPrefWidth(EDITOR_WIDTH);
        editor.node().setMinWidth(EDITOR_WIDTH);
        editor.node().setMaxWidth(EDITOR_WIDTH);
        getChildren().addAll(line, editor.below());

        ObjectProperty<@Nullable Message> problem = new SimpleObjectProperty<>();
        Label wrong = Icons.label(Styles.BAD, Styles.SMALL);
        wrong.setId("problem-" + prop.key());
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.textProperty().bind(words.text(problem));
        wrong.visibleProperty().bind(problem.isNotNull());
        wrong.managedProperty().bind(problem.isNotNull());
        getChildren().add(wrong);
        editor.onProblem(problem::set);
        refresh();
    }

    public String key() {
        return model.prop().key();
    }

    /// Shows what is written now.
    public void refresh() {
        editor.refresh();
        reset.setVisible(!model.isDefault());
    }

    /// Writes what was typed but not accepted, before the row goes away.
    public void flush() {
        editor.flush();
    }

    public void focusEditor() {
        editor.focusTarget().requestFocus();
    }
}
