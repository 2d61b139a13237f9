package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.ui.Words;

/// Picks the editor for each kind of property. The switch is exhaustive: a new kind does not compile until it has one.
final class PropertyEditors {

    private PropertyEditors() {}

    static PropertyEditor create(PropertySource source, Words words, Prop<?> prop) {
        return switch (prop) {
            case Prop.IntProp p -> new TextEditor(source.model(p), words);
            case Prop.RealProp p -> new TextEditor(source.model(p), words);
            case Prop.IntsProp p -> new TextEditor(source.model(p), words);
            case Prop.RealsProp p -> new TextEditor(source.model(p), words);
            case Prop.TextProp p -> new TextEditor(source.model(p), words);
            case Prop.BoolProp p -> new SwitchEditor(source.model(p));
            case Prop.ChoiceProp p -> new ChoiceEditor(source.model(p), p, words);
            case Prop.InitProp p -> new InitEditor(source.model(p), p, () -> source.shape(p.key()), words);
        };
    }
}
