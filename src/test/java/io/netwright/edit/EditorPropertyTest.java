package io.netwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EditorPropertyTest {

    @Provide
    Arbitrary<List<Long>> gestures() {
        return RandomDesigns.gestures();
    }

    @Property
    void undoingAllGivesTheFirstDocumentAndRedoingAllTheLast(
            @ForAll long first, @ForAll("gestures") List<Long> gestures) {
        Design opened = RandomDesigns.design(first);
        Editor editor = new Editor(opened, new Ticking(1_000));
        gestures.forEach(seed -> editor.apply(RandomDesigns.edit(editor.design(), seed)));
        Design last = editor.design();

        while (editor.canUndo()) {
            editor.undo();
        }
        assertEquals(opened, editor.design());
        assertFalse(editor.isDirty());
        while (editor.canRedo()) {
            editor.redo();
        }
        assertEquals(last, editor.design());
    }

    @Property
    void everyStepOfUndoAndRedoGivesBackDesignAndSelection(
            @ForAll long first, @ForAll("gestures") List<Long> gestures) {
        Editor editor = new Editor(RandomDesigns.design(first), new Ticking(1_000));
        record Moment(Design design, Set<String> selection) {}
        List<Moment> before = new ArrayList<>();
        List<Moment> after = new ArrayList<>();
        for (long seed : gestures) {
            editor.select(editor.network().nodes().keySet().stream()
                    .filter(n -> new Random(seed ^ n.hashCode()).nextBoolean())
                    .toList());
            Moment was = new Moment(editor.design(), editor.selection());
            if (editor.apply(RandomDesigns.edit(editor.design(), seed))) {
                before.add(was);
            }
            after.add(new Moment(editor.design(), editor.selection()));
        }
        for (Moment was : before.reversed()) {
            editor.undo();
            assertEquals(was, new Moment(editor.design(), editor.selection()));
        }
        assertFalse(editor.canUndo());
        before.forEach(was -> editor.redo());
        if (!after.isEmpty()) {
            assertEquals(after.getLast(), new Moment(editor.design(), editor.selection()));
        }
    }

    @Property
    void noWireDanglesNamesAreUniqueAndTheLayoutNamesNobodyWhoIsGone(
            @ForAll long first, @ForAll("gestures") List<Long> gestures) {
        Editor editor = new Editor(RandomDesigns.design(first), new Ticking(100));
        for (long seed : gestures) {
            editor.apply(RandomDesigns.edit(editor.design(), seed));
            var network = editor.network();
            var names = network.nodes().keySet();
            network.nodes().forEach((name, node) -> assertEquals(name, node.name()));
            network.wires().forEach(w -> {
                assertTrue(names.contains(w.from().node()), () -> "dangling " + w);
                assertTrue(names.contains(w.to().node()), () -> "dangling " + w);
            });
            assertEquals(network.wires().size(), new HashSet<>(network.wires()).size());
            assertTrue(names.containsAll(editor.design().layout().positions().keySet()));
            assertTrue(names.containsAll(editor.selection()));
        }
    }

    @Property
    void listenersSeeAChainOfChangesFromTheFirstDocumentToTheLast(
            @ForAll long first, @ForAll("gestures") List<Long> gestures) {
        Design opened = RandomDesigns.design(first);
        Editor editor = new Editor(opened, new Ticking(100));
        List<Editor.Change> changes = new ArrayList<>();
        editor.listen(changes::add);
        for (long seed : gestures) {
            switch ((int) (seed % 7)) {
                case 0 -> editor.undo();
                case 1 -> editor.redo();
                default -> editor.apply(RandomDesigns.edit(editor.design(), seed));
            }
        }
        Design at = opened;
        for (Editor.Change change : changes) {
            assertEquals(at, change.before());
            assertEquals(
                    change.network(),
                    change.before().network() != change.after().network());
            at = change.after();
        }
        assertEquals(at, editor.design());
    }

    @Property
    void deletingAndReconnectingKeepsWhoReachesWhom(@ForAll long first) {
        Design design = RandomDesigns.design(first);
        for (String name : design.network().nodes().keySet()) {
            var n = design.network();
            Design after = Edits.deleteAndReconnect(List.of(name)).change().apply(design);
            var source = n.wires().stream()
                    .filter(w -> w.to().node().equals(name) && !w.from().node().equals(name))
                    .findFirst();
            var fed = new LinkedHashSet<>(n.wiresOutOf(name));
            fed.removeIf(w -> w.to().node().equals(name));
            for (var wire : fed) {
                boolean bridged = after.network().wiresInto(wire.to()).stream()
                        .anyMatch(w -> source.isPresent()
                                && w.from().equals(source.get().from()));
                assertEquals(source.isPresent(), bridged, () -> "around " + name + " in " + n);
            }
        }
    }

    /// A clock that is `step` milliseconds later at each look.
    static final class Ticking implements InstantSource {
        private final long step;
        private long now;

        Ticking(long step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            now += step;
            return Instant.ofEpochMilli(now);
        }
    }
}
