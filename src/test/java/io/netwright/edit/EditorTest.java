package io.netwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditorTest {

    private static final Network CHAIN = new Network(
            List.of(
                    Node.of("x", "Input"),
                    Node.of("dense1", "Dense"),
                    Node.of("relu1", "ReLU"),
                    Node.of("cat", "Concat")),
            List.of(
                    Wire.of("x.out", "dense1.in"),
                    Wire.of("dense1.out", "cat.in"),
                    Wire.of("relu1.out", "cat.in"),
                    Wire.of("dense1.out", "relu1.in")));

    private long now = 0;
    private final Editor editor = new Editor(new Design(CHAIN, Layout.EMPTY), () -> Instant.ofEpochMilli(now));

    @Test
    void aNewNodeTakesTheLowestFreeNameAndIsSelected() {
        editor.apply(Edits.addNode("Dense", "dense", new Position(8, 16)));
        assertEquals("Dense", editor.network().nodes().get("dense2").type());
        assertEquals(Set.of("dense2"), editor.selection());
        assertEquals(new Position(8, 16), editor.design().layout().of("dense2").orElseThrow());
        assertEquals(Message.of("design.edit.add", "Dense"), editor.undoLabel().orElseThrow());
    }

    @Test
    void whatIsEditedBesideTheDesignIsUndoneInTheSameOrder() {
        record Rate(double rate) implements Companion {}
        Editor both = new Editor(editor.design(), new Rate(0.1), () -> Instant.ofEpochMilli(now));
        both.apply(Edits.addNode("ReLU", "relu", null));
        both.select(Set.of("dense1"));
        assertTrue(both.put(both.design(), new Rate(0.2), Message.of("design.edit.training"), "rate"));
        assertFalse(both.put(both.design(), new Rate(0.2), Message.of("design.edit.training"), "rate"), "no change");
        both.apply(Edits.setProperty("dense1", "units", PropValue.of(9)));
        assertEquals(new Rate(0.2), both.companion(), "an edit of the design leaves it alone");

        both.undo();
        assertEquals(new Rate(0.2), both.companion());
        both.undo();
        assertEquals(new Rate(0.1), both.companion());
        assertTrue(both.network().node("relu2").isPresent());
        assertEquals(Set.of("dense1"), both.selection());
        both.undo();
        assertEquals(CHAIN, both.network());
        both.redo();
        both.redo();
        assertEquals(new Rate(0.2), both.companion());
    }

    @Test
    void typingInAFieldIsOneEntryUntilAPauseOfHalfASecond() {
        for (int units : new int[] {1, 12, 128}) {
            editor.apply(Edits.setProperty("dense1", "units", PropValue.of(units)));
            now += 500;
        }
        now += 1;
        editor.apply(Edits.setProperty("dense1", "units", PropValue.of(7)));
        editor.apply(Edits.setProperty("dense1", "bias", PropValue.of(false)));

        editor.undo();
        editor.undo();
        assertEquals(
                PropValue.of(128),
                editor.network().nodes().get("dense1").props().get("units"));
        editor.undo();
        assertEquals(CHAIN, editor.network());
        assertFalse(editor.canUndo());
    }

    @Test
    void whatWasUndoneDoesNotMergeWithWhatIsTypedNext() {
        editor.apply(Edits.setProperty("dense1", "units", PropValue.of(1)));
        editor.seal();
        editor.apply(Edits.setProperty("dense1", "units", PropValue.of(2)));
        editor.undo();
        editor.apply(Edits.setProperty("dense1", "units", PropValue.of(3)));
        editor.undo();
        assertEquals(
                PropValue.of(1), editor.network().nodes().get("dense1").props().get("units"));
    }

    @Test
    void anEditThatChangesNothingIsNoEntry() {
        assertFalse(editor.apply(Edits.resetProperty("dense1", "units")));
        assertFalse(editor.apply(Edits.deleteWire(Wire.of("cat.out", "x.in"))));
        assertFalse(editor.canUndo());
    }

    @Test
    void aWireTakesThePlaceOfTheOneBeforeUnlessTheInputTakesMany() {
        editor.apply(Edits.addWire(Wire.of("x.out", "relu1.in"), false));
        assertEquals(
                List.of(Wire.of("x.out", "relu1.in")),
                editor.network().wiresInto(Wire.of("a.b", "relu1.in").to()));
        editor.apply(Edits.addWire(Wire.of("x.out", "cat.in"), true));
        assertEquals(
                3, editor.network().wiresInto(Wire.of("a.b", "cat.in").to()).size());
    }

    @Test
    void insertingIntoAWireKeepsTheOrderOfAVariadicInput() {
        editor.apply(Edits.insertNode("Dense", "dense", null, Wire.of("dense1.out", "cat.in"), "in", "out"));
        assertEquals(
                List.of(Wire.of("dense2.out", "cat.in"), Wire.of("relu1.out", "cat.in")),
                editor.network().wiresInto(Wire.of("a.b", "cat.in").to()));
        assertTrue(editor.network().wires().contains(Wire.of("dense1.out", "dense2.in")));
    }

    @Test
    void deletingAndReconnectingKeepsTheOrderOfAVariadicInput() {
        editor.apply(Edits.deleteAndReconnect(List.of("dense1")));
        assertEquals(
                List.of(Wire.of("x.out", "cat.in"), Wire.of("relu1.out", "cat.in"), Wire.of("x.out", "relu1.in")),
                editor.network().wires());
    }

    @Test
    void renamingFollowsOnWiresLayoutAndSelection() {
        editor.apply(Edits.move(Map.of("dense1", new Position(1, 2))));
        editor.apply(Edits.rename("dense1", " hidden "));
        assertTrue(editor.network().wires().contains(Wire.of("hidden.out", "relu1.in")));
        assertEquals(new Position(1, 2), editor.design().layout().of("hidden").orElseThrow());
        assertEquals(Set.of("hidden"), editor.selection());
        var refused = assertThrows(UserException.class, () -> editor.apply(Edits.rename("hidden", "x")));
        assertEquals(Message.of("design.edit.nameTaken", "x"), refused.what());
        assertThrows(UserException.class, () -> editor.apply(Edits.rename("hidden", "  ")));
    }

    @Test
    void pastingGivesFreeNamesAndKeepsTheWiresAmongTheCopies() {
        editor.apply(Edits.move(Map.of("dense1", new Position(0, 0), "relu1", new Position(200, 0))));
        editor.apply(Edits.duplicate(List.of("dense1", "relu1"), 24, 24));
        assertTrue(editor.network().wires().contains(Wire.of("dense2.out", "relu2.in")));
        assertEquals(CHAIN.wires().size() + 1, editor.network().wires().size());
        assertEquals(new Position(224, 24), editor.design().layout().of("relu2").orElseThrow());
        assertEquals(Set.of("dense2", "relu2"), editor.selection());
        editor.undo();
        assertEquals(CHAIN, editor.network());
    }

    @Test
    void savedIsAboutTheDocumentNotAboutTheNumberOfEdits() {
        editor.apply(Edits.rename("x", "image"));
        editor.markSaved();
        assertFalse(editor.isDirty());
        editor.undo();
        assertTrue(editor.isDirty());
        editor.apply(Edits.rename("x", "image"));
        assertFalse(editor.isDirty());
    }

    @Test
    void undoBringsBackTheSelectionOfTheMomentBefore() {
        editor.select(List.of("x", "cat", "nobody"));
        editor.apply(Edits.delete(List.of("cat")));
        assertEquals(Set.of("x"), editor.selection());
        editor.undo();
        assertEquals(Set.of("x", "cat"), editor.selection());
    }
}
