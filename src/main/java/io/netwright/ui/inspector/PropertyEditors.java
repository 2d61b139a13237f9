package io.netwright.ui.inspector;

import io.netwright.compile.Compilation.Trained;
import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import io.netwright.ui.Session;
import io.netwright.ui.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Picks the editor for each kind of property. The switch is exhaustive: a new kind does not compile until it has one.
final class PropertyEditors {

    private PropertyEditors() {}

    static PropertyEditor create(Session session, Words words, String node, Prop<?> prop) {
        return switch (prop) {
            case Prop.IntProp p -> new TextEditor(new PropertyModel<>(session, node, p), words);
            case Prop.RealProp p -> new TextEditor(new PropertyModel<>(session, node, p), words);
            case Prop.IntsProp p -> new TextEditor(new PropertyModel<>(session, node, p), words);
            case Prop.TextProp p -> new TextEditor(new PropertyModel<>(session, node, p), words);
            case Prop.BoolProp p -> new SwitchEditor(new PropertyModel<>(session, node, p));
            case Prop.ChoiceProp p -> new ChoiceEditor(new PropertyModel<>(session, node, p), p, words);
            case Prop.InitProp p ->
                new InitEditor(new PropertyModel<>(session, node, p), p, () -> shape(session, node, p.key()), words);
        };
    }

    private static @Nullable Shape shape(Session session, String node, String property) {
        return session.compilation().trained().getOrDefault(node, List.of()).stream()
                .filter(t -> property.equals(t.property()))
                .map(Trained::shape)
                .findFirst()
                .orElse(null);
    }
}
