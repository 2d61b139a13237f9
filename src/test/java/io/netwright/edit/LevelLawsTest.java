package io.netwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// What holds while a person walks in and out of blocks and edits wherever they are.
class LevelLawsTest {

    @Provide
    Arbitrary<List<Long>> gestures() {
        return RandomDesigns.gestures();
    }

    private static void walk(Editor editor, long seed) {
        Random random = new Random(seed);
        List<String> level = editor.level();
        List<String> blocks = editor.here().network().nodes().values().stream()
                .filter(Node::isBlock)
                .map(Node::name)
                .toList();
        if (!blocks.isEmpty() && random.nextInt(3) == 0) {
            List<String> inner = new ArrayList<>(level);
            inner.add(blocks.get(random.nextInt(blocks.size())));
            editor.go(inner, Set.of());
        } else if (!level.isEmpty() && random.nextInt(4) == 0) {
            editor.go(level.subList(0, level.size() - 1), Set.of(level.getLast()));
        }
    }

    private static Editor edited(long first, List<Long> gestures) {
        Editor editor = new Editor(RandomDesigns.design(first), new EditorPropertyTest.Ticking(1_000));
        for (long seed : gestures) {
            walk(editor, seed);
            switch ((int) (seed % 9)) {
                case 0 -> editor.undo();
                case 1 -> editor.redo();
                default -> editor.apply(RandomDesigns.edit(editor.here(), seed));
            }
            assertTrue(Levels.at(editor.design(), editor.level()).isPresent(), "a level that is there is open");
            assertTrue(editor.here().network().nodes().keySet().containsAll(editor.selection()));
        }
        return editor;
    }

    @Property
    void undoOfAllGivesTheFirstDocumentAndRedoOfAllTheLast(
            @ForAll long first, @ForAll("gestures") List<Long> gestures) {
        Editor editor = edited(first, gestures);
        while (editor.canRedo()) {
            editor.redo();
        }
        Design last = editor.design();
        while (editor.canUndo()) {
            editor.undo();
        }
        assertEquals(RandomDesigns.design(first), editor.design());
        while (editor.canRedo()) {
            editor.redo();
        }
        assertEquals(last, editor.design());
    }

    @Property
    void noWireDanglesAtAnyLevel(@ForAll long first, @ForAll("gestures") List<Long> gestures) {
        whole(edited(first, gestures).design());
    }

    private static void whole(Design design) {
        Set<String> names = design.network().nodes().keySet();
        design.network().wires().forEach(w -> {
            assertTrue(names.contains(w.from().node()), () -> "dangling " + w);
            assertTrue(names.contains(w.to().node()), () -> "dangling " + w);
        });
        assertTrue(names.containsAll(design.layout().positions().keySet()));
        for (Node node : design.network().nodes().values()) {
            if (node.isBlock()) {
                whole(new Design(node.inside().network(), node.inside().layout()));
            }
        }
    }

    @Test
    void undoGoesBackToTheLevelWhereTheEditWasMade() {
        Editor editor = new Editor(RandomDesigns.design(0), new EditorPropertyTest.Ticking(1_000));
        editor.apply(Edits.addNode("Dense", "dense", null));
        editor.apply(Blocks.group(editor.selection(), "block", List.of()));
        String block = editor.selection().iterator().next();
        editor.go(List.of(block), Set.of());
        editor.apply(Edits.addNode("ReLU", "relu", null));
        assertEquals(Set.of("relu1"), editor.selection());
        assertEquals(2, editor.here().network().nodes().size());
        editor.go(List.of(), Set.of());
        editor.undo();
        assertEquals(List.of(block), editor.level());
        assertEquals(1, editor.here().network().nodes().size());
        editor.undo();
        assertEquals(List.of(), editor.level());
        editor.redo();
        editor.redo();
        assertEquals(
                2,
                Levels.at(editor.design(), List.of(block))
                        .orElseThrow()
                        .network()
                        .nodes()
                        .size());
    }
}
