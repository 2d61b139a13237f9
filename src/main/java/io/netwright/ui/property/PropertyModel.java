package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.text.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One property as it is written somewhere now (in a node, in the training settings), with the ways to change it. Knows
/// no control.
///
/// @param <T> what the owner of the property gets to see
public abstract class PropertyModel<T> {

    private final Prop<T> prop;

    protected PropertyModel(Prop<T> prop) {
        this.prop = prop;
    }

    /// @return the value that is written; null where nothing is, so that the default holds
    protected abstract @Nullable PropValue written();

    /// Writes `raw`, accepted or not.
    protected abstract void write(PropValue raw);

    /// Goes back to the default.
    public abstract void reset();

    /// Ends a spell of typing: the next change can be undone apart from those before.
    public abstract void done();

    /// @return what formulas are made with; null where this takes none
    protected @Nullable Variables variables() {
        return null;
    }

    Prop<T> prop() {
        return prop;
    }

    /// @return what is written; the default where nothing is
    PropValue raw() {
        PropValue set = written();
        return set == null ? prop.encode(prop.defaultValue()) : set;
    }

    /// @return whether nothing is written, so that the default holds
    boolean isDefault() {
        return written() == null;
    }

    /// @return why `raw` is not accepted: what is expected, and what was found; empty where it is
    protected final Optional<Message> problem(PropValue raw) {
        try {
            prop.decode(raw);
            return Optional.empty();
        } catch (Prop.PropException e) {
            Variables variables = variables();
            if (variables != null
                    && raw instanceof PropValue.Text(String text)
                    && PropText.takesFormulas(prop)
                    && hasLetters(text)) {
                return variables.problem(text);
            }
            String found = PropText.format(e.found());
            return Optional.of(
                    found.isBlank()
                            ? Message.of("design.inspector.needs", e.expected())
                            : Message.of("design.inspector.needsNot", e.expected(), found));
        }
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /// Writes `raw`. The default is not written but left out; a formula is written whatever it comes to.
    void set(PropValue raw) {
        if (!(raw instanceof PropValue.Formula)
                && problem(raw).isEmpty()
                && prop.decode(raw).equals(prop.defaultValue())) {
            reset();
        } else {
            write(raw);
        }
    }
}
