package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.ui.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list for one of a few names. Where the document holds another, that one is shown, with the reason beneath.
final class ChoiceEditor implements PropertyEditor {

    private final PropertyModel<String> model;
    private final ComboBox<String> box = new ComboBox<>();
    private Consumer<@Nullable Message> show = m -> {};
    private boolean refreshing;

    ChoiceEditor(PropertyModel<String> model, Prop.ChoiceProp prop, Words words) {
        this.model = model;
        box.setId("property-" + prop.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(prop.options());
        // the prompt of an unknown name is the name itself
        WordCells.install(
                box, option -> prop.options().contains(option) ? words.text("layers.choice." + option) : null);
        refresh();
        box.valueProperty().addListener((property, was, is) -> {
            if (!refreshing && is != null) {
                model.set(PropValue.of(is));
                model.done();
                show.accept(model.problem(model.raw()).orElse(null));
            }
        });
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node focusTarget() {
        return box;
    }

    @Override
    public void onProblem(Consumer<@Nullable Message> consumer) {
        show = consumer;
        refresh();
    }

    @Override
    public void refresh() {
        PropValue raw = model.raw();
        refreshing = true;
        box.setValue(PropText.format(raw));
        refreshing = false;
        show.accept(model.problem(raw).orElse(null));
    }
}
