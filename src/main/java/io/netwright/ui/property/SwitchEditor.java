package io.netwright.ui.property;

import atlantafx.base.controls.ToggleSwitch;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A switch for what is on or off. Where the document holds something else, it stands at the default, with the reason
/// beneath, until it is switched.
final class SwitchEditor implements PropertyEditor {

    private final PropertyModel<Boolean> model;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final HBox node = new HBox(toggle);
    private Consumer<@Nullable Message> show = m -> {};
    private boolean refreshing;

    SwitchEditor(PropertyModel<Boolean> model) {
        this.model = model;
        toggle.setId("property-" + model.prop().key());
        node.setAlignment(Pos.CENTER_RIGHT);
        refresh();
        toggle.selectedProperty().addListener((property, was, is) -> {
            if (!refreshing) {
                model.set(PropValue.of(is));
                model.done();
                show.accept(null);
            }
        });
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return toggle;
    }

    @Override
    public void onProblem(Consumer<@Nullable Message> consumer) {
        show = consumer;
        refresh();
    }

    @Override
    public void refresh() {
        PropValue raw = model.raw();
        Message problem = model.problem(raw).orElse(null);
        refreshing = true;
        toggle.setSelected(
                problem == null ? model.prop().decode(raw) : model.prop().defaultValue());
        refreshing = false;
        show.accept(problem);
    }
}
