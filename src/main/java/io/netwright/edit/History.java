package io.netwright.edit;

import io.netwright.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Undo and redo over whole immutable states: a list of (state, place, label) and an index into it.
///
/// Every entry remembers the place as it last was while that entry was the present one, so undo brings back what was
/// open and selected when the undone edit was made. Not thread-safe.
///
/// @param <S> an immutable state
public final class History<S> {

    /// Edits with the same key that follow each other within this time are one entry: as long as a person thinks over
    /// the next digit.
    public static final Duration MERGE_WITHIN = Duration.ofMillis(500);

    /// How many states are kept; the oldest go first. States share most of their parts, so this costs little.
    public static final int LIMIT = 1_000;

    private record Entry<S>(
            S state, Place place, Message label, @Nullable String mergeKey, Instant at) {
        Entry<S> at(Place here) {
            return new Entry<>(state, here, label, mergeKey, at);
        }
    }

    private final InstantSource clock;
    private final List<Entry<S>> entries = new ArrayList<>();
    private int index;

    /// @param first the state that undo can get back to
    /// @param clock tells when edits follow each other quickly
    public History(S first, InstantSource clock) {
        this.clock = clock;
        entries.add(new Entry<>(first, Place.TOP, Message.of("design.edit.open"), null, clock.instant()));
    }

    /// @return the present state
    public S state() {
        return present().state();
    }

    /// @return what is open and selected now
    public Place place() {
        return present().place();
    }

    /// Changes what is open and selected; no entry of its own.
    public void go(Place place) {
        entries.set(index, present().at(place));
    }

    /// Makes `state` the present one and forgets what could be redone.
    ///
    /// @param mergeKey see [Edit#mergeKey()]
    public void push(S state, Place place, Message label, @Nullable String mergeKey) {
        Entry<S> last = present();
        var next = new Entry<>(state, place, label, mergeKey, clock.instant());
        boolean merges = index > 0
                && index == entries.size() - 1
                && mergeKey != null
                && mergeKey.equals(last.mergeKey())
                && Duration.between(last.at(), next.at()).compareTo(MERGE_WITHIN) <= 0;
        entries.subList(index + 1, entries.size()).clear();
        if (merges) {
            entries.set(index, next);
            return;
        }
        entries.add(next);
        if (entries.size() > LIMIT) {
            entries.removeFirst();
        }
        index = entries.size() - 1;
    }

    /// Ends merging: the next [#push] is an entry of its own even where its key is the same.
    public void seal() {
        Entry<S> e = present();
        entries.set(index, new Entry<>(e.state(), e.place(), e.label(), null, e.at()));
    }

    public boolean canUndo() {
        return index > 0;
    }

    public boolean canRedo() {
        return index < entries.size() - 1;
    }

    /// @return what undo would undo
    public Optional<Message> undoLabel() {
        return canUndo() ? Optional.of(present().label()) : Optional.empty();
    }

    /// @return what redo would do again
    public Optional<Message> redoLabel() {
        return canRedo() ? Optional.of(entries.get(index + 1).label()) : Optional.empty();
    }

    /// Goes back by one entry; does nothing at the first.
    ///
    /// @return whether it went
    public boolean undo() {
        if (!canUndo()) {
            return false;
        }
        index--;
        return true;
    }

    /// Goes forward by one entry; does nothing at the last.
    ///
    /// @return whether it went
    public boolean redo() {
        if (!canRedo()) {
            return false;
        }
        index++;
        return true;
    }

    private Entry<S> present() {
        return entries.get(index);
    }
}
