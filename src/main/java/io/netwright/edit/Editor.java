package io.netwright.edit;

import io.netwright.network.Network;
import io.netwright.text.Message;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// One open document: the present design and its companion, which level of it is open and what is selected there, their
/// history, and whether the design was saved.
///
/// Edits are of the level that is open, so that whoever edits need not know how deep that lies; see [Levels]. Undo and
/// redo go to where the edit was made.
///
/// Everything that shows or changes the document goes through here. Listeners are called on the thread that made the
/// change, after it; in the program that is the FX thread. Not thread-safe.
public final class Editor {

    /// What a change was. Parts that did not change are the same objects before and after.
    public record Change(Design before, Design after, Set<String> selectionBefore, Set<String> selectionAfter) {

        /// @return whether the mathematics changed, so that it must be compiled anew
        public boolean network() {
            return before.network() != after.network();
        }

        /// @return whether a node was placed, moved or removed
        public boolean layout() {
            return before.layout() != after.layout();
        }

        public boolean selection() {
            return !selectionBefore.equals(selectionAfter);
        }
    }

    /// Hears of every change of the design, its companion or the selection, and of [#markSaved()].
    @FunctionalInterface
    public interface Listener {
        void changed(Change change);
    }

    private record State(Design design, Companion companion) {}

    private final History<State> history;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Design saved;

    /// @param first the document as it was opened; it counts as saved
    public Editor(Design first) {
        this(first, InstantSource.system());
    }

    /// @param clock decides which edits follow each other quickly enough to merge
    public Editor(Design first, InstantSource clock) {
        this(first, Companion.NONE, clock);
    }

    /// @param companion what is edited beside the design
    public Editor(Design first, Companion companion, InstantSource clock) {
        this.history = new History<>(new State(first, companion), clock);
        this.saved = first;
    }

    public Design design() {
        return history.state().design();
    }

    /// @return what is edited beside the design
    public Companion companion() {
        return history.state().companion();
    }

    public Network network() {
        return design().network();
    }

    /// @return the names of the selected nodes; each is a node of the level that is open
    public Set<String> selection() {
        return place().names();
    }

    /// @return the level that is open, and what is selected there
    public Place place() {
        return history.place();
    }

    /// @return the blocks that lead to the level that is open, from the outermost; empty for the document itself
    public List<String> level() {
        return place().level();
    }

    /// @return what is at the level that is open; the document where no block is
    public Design here() {
        return at(design(), level());
    }

    private static Design at(Design document, List<String> level) {
        return Levels.at(document, level).orElse(Design.EMPTY);
    }

    /// Selects those nodes of the level that is open and no others; names without a node are left out.
    public void select(Collection<String> names) {
        go(level(), names);
    }

    /// Opens a level and selects those of its nodes. Where it is not there, opens the nearest one around it.
    public void go(List<String> level, Collection<String> names) {
        Place next = new Place(level, Set.copyOf(names)).within(design());
        if (!next.equals(place())) {
            changing(() -> history.go(next));
        }
    }

    /// Changes what is at the level that is open. Nodes that are new there after the edit become the selection; where
    /// there are none, the selection stays, less the nodes that are gone. An edit that changes nothing leaves no trace
    /// in the history.
    ///
    /// @return whether anything changed
    /// @throws io.netwright.text.UserException where the edit cannot be made, such as a name that is taken
    public boolean apply(Edit edit) {
        return applyToDocument(Levels.inside(level(), edit));
    }

    /// As [#apply], but with an edit of the document, whichever level is open.
    public boolean applyToDocument(Edit edit) {
        return put(edit.change().apply(design()), companion(), edit.label(), edit.mergeKey());
    }

    /// Puts a design and its companion in the place of those that are there, as one edit. Everything else is as with
    /// [#apply].
    ///
    /// @param mergeKey see [Edit#mergeKey()]
    /// @return whether anything changed
    public boolean put(Design after, Companion companion, Message label, @Nullable String mergeKey) {
        Design before = design();
        if (after.equals(before) && companion.equals(companion())) {
            return false;
        }
        Place next = place().within(after);
        if (next.level().equals(level())) {
            var added = new LinkedHashSet<>(at(after, level()).network().nodes().keySet());
            added.removeAll(here().network().nodes().keySet());
            next = added.isEmpty() ? next : new Place(level(), added);
        }
        Place there = next;
        changing(() -> history.push(new State(after, companion), there, label, mergeKey));
        return true;
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /// @return what undo would undo, for a menu or a tooltip
    public Optional<Message> undoLabel() {
        return history.undoLabel();
    }

    /// @return what redo would do again
    public Optional<Message> redoLabel() {
        return history.redoLabel();
    }

    /// Goes back to the design and the selection before the last edit; does nothing where there is none.
    public void undo() {
        changing(history::undo);
    }

    /// Does the edit again that was undone last; does nothing where there is none.
    public void redo() {
        changing(history::redo);
    }

    /// Ends merging, as when a field loses the focus.
    public void seal() {
        history.seal();
    }

    /// Says that the present design is what lies on disk.
    public void markSaved() {
        changing(() -> saved = design());
    }

    /// @return whether the present design differs from what was opened or last saved
    public boolean isDirty() {
        return design() != saved && !design().equals(saved);
    }

    /// @return what ends listening when run
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changing(Runnable action) {
        Design design = design();
        Set<String> selection = selection();
        action.run();
        var change = new Change(design, design(), selection, selection());
        listeners.forEach(l -> l.changed(change));
    }
}
