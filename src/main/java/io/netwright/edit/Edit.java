package io.netwright.edit;

import io.netwright.text.Message;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One change to a design: what it is called in the undo menu, and a pure function from the design before to the design
/// after. There is no inverse: [History] keeps the designs.
///
/// @param label    such as "Add Dense"
/// @param mergeKey edits with the same key in quick succession are one entry of the history, as when typing in a field;
///                 null where the edit always stands alone
/// @param change   must not have effects, and must not depend on anything but the design
/// @param moves    where a node of the design before is afterwards, for those who know it by a path from outside; see
///                 [io.netwright.network.References]
public record Edit(Message label, @Nullable String mergeKey, UnaryOperator<Design> change, Moves moves) {

    /// What becomes of paths.
    @FunctionalInterface
    public interface Moves {
        /// Everything stays where it is.
        Moves NONE = (before, path) -> path;

        /// @param path from a node of `before` inwards
        String of(Design before, String path);
    }

    /// An edit after which every node that is still there has the path that it had.
    public Edit(Message label, @Nullable String mergeKey, UnaryOperator<Design> change) {
        this(label, mergeKey, change, Moves.NONE);
    }

    /// @return an edit that is an entry of its own
    public static Edit of(Message label, UnaryOperator<Design> change) {
        return new Edit(label, null, change);
    }

    /// @return this edit, which moves nodes
    Edit moving(Moves where) {
        return new Edit(label, mergeKey, change, where);
    }

    /// @return this edit and then `next`, as one entry under this edit's label
    public Edit then(Edit next) {
        return new Edit(
                label, mergeKey, design -> next.change().apply(change.apply(design)), (before, path) -> next.moves()
                        .of(change.apply(before), moves.of(before, path)));
    }

    /// @return this edit, merging with others of the same key
    public Edit merging(String key) {
        return new Edit(label, key, change, moves);
    }
}
