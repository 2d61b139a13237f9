package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// Something whose properties are edited: a node, the training settings, an optimizer.
public interface PropertySource {

    /// @return `prop` of this
    <T> PropertyModel<T> model(Prop<T> prop);

    /// @return the shape of what the property `key` initialises; null where it is not known
    default @Nullable Shape shape(String key) {
        return null;
    }

    /// @return the key of the property's name in the bundles; under `<that>.help` is its help, if it has one
    String words(Prop<?> prop);
}
