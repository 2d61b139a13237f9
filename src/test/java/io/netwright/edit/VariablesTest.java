package io.netwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.core.Dense;
import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.network.Variables;
import io.netwright.network.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private static final Variables SOME = Variables.NONE.with("width", 64).with("ratio", 0.25);

    private static PropValue value(String formula) {
        return SOME.evaluate(formula).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({
        "4*width, 256",
        "width - 1, 63",
        "(width + 8) / 2, 36",
        "width*ratio, 16",
        "2^5, 32",
        "MAX(width; 100), 100"
    })
    void wholeResultsAreWhole(String formula, long expected) {
        assertEquals(PropValue.of(expected), value(formula.replace(';', ',')));
    }

    @Test
    void othersAreReal() {
        assertEquals(PropValue.of(0.125), value("ratio/2"));
        assertEquals(
                new PropValue.Formula("ratio/2", PropValue.of(0.125)),
                SOME.evaluate("ratio/2").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"widht", "4*", "(width", "width/0", "\"a\"", "4 ** width", "1e999"})
    void whatHasNoValueSaysWhy(String formula) {
        assertTrue(SOME.evaluate(formula).isEmpty(), formula);
        assertTrue(SOME.problem(formula).isPresent(), formula);
    }

    @Test
    void anUnknownVariableIsNamed() {
        assertEquals(
                "core.problem.variable", SOME.problem("4*widht").orElseThrow().key());
        assertTrue(SOME.problem("4*widht").orElseThrow().args().contains("widht"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2x", "a b", "MAX", "max", "PI", "ä"})
    void suchNamesAreRefused(String name) {
        assertFalse(Variables.isName(name), name);
    }

    @Test
    void namesThatDifferByCaseAloneAreOne() {
        assertTrue(SOME.takes("width"));
        assertFalse(SOME.takes("Width"));
        assertTrue(SOME.evaluate("4*Width").isEmpty(), "it is not written so");
    }

    private static Editor editor() {
        PropValue formula = SOME.evaluate("4*width").orElseThrow();
        Sketch inside = new Sketch();
        inside.output("out", inside.add(Node.of("wide", "Dense").with("units", formula), inside.input("in")));
        Network network = new Network(
                List.of(
                        Node.of("x", "Input").with("shape", PropValue.ints(3)),
                        Node.of("dense1", "Dense").with("units", formula),
                        Node.of("block1", inside.block())),
                List.of(Wire.of("x.out", "dense1.in"), Wire.of("dense1.out", "block1.in")));
        return new Editor(new Design(network, Layout.EMPTY, SOME));
    }

    private static int units(Node node) {
        return Dense.UNITS.decode(node.props().get("units"));
    }

    private static Node inner(Design design) {
        return design.network()
                .node("block1")
                .map(Node::inside)
                .map(Block::network)
                .orElseThrow()
                .node("wide")
                .orElseThrow();
    }

    @Test
    void formulasFollowTheirVariableInsideBlocksTooAsOneStep() {
        Editor editor = editor();
        Design before = editor.design();
        editor.apply(Edits.setVariable("width", 10));
        assertEquals(40, units(editor.network().node("dense1").orElseThrow()));
        assertEquals(40, units(inner(editor.design())));
        var compiled = new Compiler(LayerRegistry.STANDARD).compile(editor.network(), null, Compiler.Mode.TRAINING);
        assertEquals(
                40,
                compiled.program()
                        .orElseThrow()
                        .parameters()
                        .getFirst()
                        .value()
                        .shape()
                        .size(-1));
        editor.undo();
        assertEquals(before, editor.design());
        editor.redo();
        assertEquals(10, editor.design().variables().values().get("width"));
    }

    @Test
    void fromInsideABlockItIsTheDocumentsVariable() {
        Editor editor = editor();
        editor.go(List.of("block1"), List.of());
        editor.applyToDocument(Edits.setVariable("width", 2));
        assertEquals(8, units(inner(editor.design())));
        editor.apply(Edits.setProperty("wide", "units", PropValue.of(5)));
        assertEquals(2, editor.design().variables().values().get("width"), "an edit inside keeps the variables");
        assertEquals(5, units(inner(editor.design())));
    }

    @Test
    void aVariableThatGoesLeavesItsNumbers() {
        Editor editor = editor();
        editor.apply(Edits.removeVariable("width"));
        assertEquals(
                PropValue.of(256),
                editor.network().node("dense1").orElseThrow().props().get("units"));
        assertEquals(PropValue.of(256), inner(editor.design()).props().get("units"));
        editor.apply(Edits.setVariable("ratio", 0.5));
        assertEquals(256, units(inner(editor.design())));
    }

    @Test
    void everyEditOfNodesKeepsTheVariables() {
        Editor editor = editor();
        editor.apply(Edits.addNode("ReLU", "relu", null));
        editor.apply(Edits.rename("dense1", "first"));
        editor.apply(Edits.duplicate(List.of("first"), 16, 16));
        editor.apply(Blocks.group(List.of("first"), "block", List.of()));
        editor.apply(Blocks.unpack("block2", node -> true));
        editor.apply(Edits.delete(List.of("relu1")));
        assertEquals(SOME, editor.design().variables());
    }
}
