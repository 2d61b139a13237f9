package io.netwright.ui.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CardTest {

    private static Card card(Node node) {
        Network network = new Network(List.of(node), List.of());
        return Designs.draw(Designs.unplaced(network)).card(node.name()).orElseThrow();
    }

    private static String summary(Node node) {
        return card(node).summary();
    }

    @Test
    void theSummarySaysWhatCountsAndWhatWasChanged() {
        assertEquals("16 · 3×3", summary(Node.of("conv1", "Conv2d")));
        assertEquals(
                "8 · 5×3 · stride 2 · same",
                summary(Node.of("conv1", "Conv2d")
                        .with("filters", PropValue.of(8))
                        .with("kernel", PropValue.ints(5, 3))
                        .with("stride", PropValue.ints(2, 2))
                        .with("padding", PropValue.of("same"))));
        assertEquals("2×2 · stride 2", summary(Node.of("pool1", "MaxPool2d")));
        assertEquals("32 · Z = XW + b", summary(Node.of("dense1", "Dense")));
        assertEquals(
                "8 · no bias",
                summary(Node.of("dense1", "Dense")
                        .with("units", PropValue.of(8))
                        .with("bias", PropValue.of(false))));
        assertEquals("max(0, x)", summary(Node.of("relu1", "ReLU")));
        assertEquals("momentum 0.1", summary(Node.of("bn1", "BatchNorm")));
        assertTrue(summary(Node.of("concat1", "Concat")).startsWith("axis 0"));
        assertEquals("unknown layer", summary(Node.of("x1", "Mystery")));
    }

    @Test
    void everyLayerHasASummaryInEveryLanguage() {
        for (Locale locale : Messages.LOCALES) {
            for (Layer layer : LayerRegistry.STANDARD.all()) {
                Network network = new Network(List.of(Node.of("n1", layer.info().type())), List.of());
                Card card = new DrawingBuilder(LayerRegistry.STANDARD)
                        .draw(Designs.unplaced(network), null, Messages.in(locale))
                        .card("n1")
                        .orElseThrow();
                assertFalse(card.summary().isBlank(), layer.info().type());
                assertFalse(card.summary().contains("!"), card.summary());
                assertFalse(card.summary().contains("\\"), card.summary());
            }
        }
    }

    @Test
    void aNameThatAPersonChoseIsTheTitle() {
        Card given = card(Node.of("conv12", "Conv2d"));
        assertEquals("Conv2d", given.title());
        assertEquals("conv12", given.tag());
        Card chosen = card(Node.of("edge finder", "Conv2d"));
        assertEquals("edge finder", chosen.title());
        assertEquals("", chosen.tag());
        assertEquals("Conv2d · 16 · 3×3", chosen.summary());
        assertEquals("Dense · 32 · Z = XW + b", summary(Node.of("hidden", "Dense")));
        assertEquals("CrossEntropy", summary(Node.of("loss", "CrossEntropy")));
    }

    @Test
    void aWireToAPortThatTheLayerHasNotStillEndsAtItsCard() {
        Network network = new Network(
                List.of(Node.of("a", "Input"), Node.of("b", "ReLU"), Node.of("c", "Mystery")),
                List.of(Wire.of("a.out", "b.in"), Wire.of("a.out", "b.side"), Wire.of("b.out", "c.in")));
        Drawing drawing = Designs.draw(Designs.unplaced(network));
        assertEquals(3, drawing.wires().size());
        Card b = drawing.card("b").orElseThrow();
        assertEquals(
                List.of(true, false), b.inputs().stream().map(Card.Spot::known).toList());
        assertEquals(
                List.of("in", "side"), b.inputs().stream().map(Card.Spot::label).toList());
        b.inputs()
                .forEach(s -> assertTrue(s.at().y() < b.bounds().bottom()
                        && s.at().y() > b.bounds().y()));
    }

    @Test
    void shapesOnWiresAreThoseOfOneSample() {
        assertEquals("16×24×24", ShapeText.of(Shape.batchOf(16, 24, 24)));
        assertEquals("10", ShapeText.of(Shape.batchOf(10)));
        assertEquals("1", ShapeText.of(Shape.of(Shape.N)));
        assertEquals("4N×64", ShapeText.of(Shape.of(4 * Shape.N, 64)));
        Drawing drawing = Designs.draw(Designs.unplaced(Designs.lenetWithSkip()));
        WireLine skip = drawing.line(Wire.of("conv1.out", "add1.in")).orElseThrow();
        assertEquals("6×28×28", skip.chip().text());
        assertTrue(skip.bad());
        assertFalse(drawing.line(Wire.of("conv1.out", "relu1.in")).orElseThrow().bad());
        Card add = drawing.card("add1").orElseThrow();
        assertTrue(add.hasErrors());
        assertTrue(add.spoken().endsWith("1 problem"), add.spoken());
    }
}
