package io.netwright.ui.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {

    private static final AutoLayout.Size SIZE = new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.HEIGHT);

    @Test
    void aShortChainIsOneStraightRowInReadingOrder() {
        Network chain = new Network(
                List.of(Node.of("ce1", "CrossEntropy"), Node.of("image", "Input"), Node.of("dense1", "Dense")),
                List.of(Wire.of("dense1.out", "ce1.in"), Wire.of("image.out", "dense1.in")));
        Map<String, Position> at = AutoLayout.arrange(chain, n -> SIZE);
        assertEquals(at.get("image").y(), at.get("dense1").y());
        assertEquals(at.get("image").y(), at.get("ce1").y());
        assertEquals(
                at.get("image").x() + CardMetrics.WIDTH + AutoLayout.GAP_X,
                at.get("dense1").x());
        assertEquals(
                at.get("dense1").x() + CardMetrics.WIDTH + AutoLayout.GAP_X,
                at.get("ce1").x());
    }

    @Test
    void aLongChainIsBrokenIntoRowsOfAboutTheShapeOfAScreen() {
        Drawing drawing = Designs.draw(Designs.unplaced(Designs.lenet()));
        Rect all = drawing.bounds().orElseThrow();
        assertTrue(all.width() / all.height() > 1 && all.width() / all.height() < 3.5, () -> "bounds " + all);
        assertTrue(drawing.positions().values().stream()
                        .map(Position::y)
                        .distinct()
                        .count()
                > 1);
    }

    @Test
    void cardsNeverCoverEachOtherAndStandOnTheGrid() {
        for (Network network : List.of(
                Designs.lenetWithSkip(), Designs.residual(6), apart(Designs.lenet(), 5), cycle(), Network.EMPTY)) {
            Drawing drawing = Designs.draw(Designs.unplaced(network));
            List<Card> cards = List.copyOf(drawing.cards().values());
            assertEquals(network.nodes().size(), cards.size());
            for (int i = 0; i < cards.size(); i++) {
                Card a = cards.get(i);
                assertEquals(0, a.bounds().x() % AutoLayout.GRID);
                assertEquals(0, a.bounds().y() % AutoLayout.GRID);
                for (Card b : cards.subList(i + 1, cards.size())) {
                    assertFalse(a.bounds().grow(12).overlaps(b.bounds()), () -> a.name() + " over " + b.name());
                }
            }
        }
    }

    @Test
    void noWireOfAnArrangedNetworkRunsBehindACard() {
        for (Network network : List.of(Designs.lenetWithSkip(), Designs.residual(8))) {
            Drawing drawing = Designs.draw(Designs.unplaced(network));
            for (WireLine line : drawing.wires()) {
                drawing.cards()
                        .values()
                        .forEach(c -> assertFalse(
                                line.route().crosses(c.bounds()), () -> line.wire() + " behind " + c.name()));
                assertTrue(line.chip() != null, () -> "no shape on " + line.wire());
            }
        }
    }

    @Test
    void nodesWithAPlaceKeepItAndTheOthersGetAFreeOneNearTheirNeighbours() {
        Network network = Designs.lenet();
        var placed = new LinkedHashMap<String, Position>();
        Designs.draw(Designs.unplaced(network)).positions().forEach((name, p) -> {
            if (!name.equals("relu2")) {
                placed.put(name, p.plus(3, 5));
            }
        });
        Drawing drawing = Designs.draw(new Design(network, new Layout(placed)));
        placed.forEach((name, p) -> assertEquals(p, drawing.positions().get(name)));
        Card relu = drawing.card("relu2").orElseThrow();
        drawing.cards().values().stream()
                .filter(c -> c != relu)
                .forEach(c -> assertFalse(c.bounds().overlaps(relu.bounds()), () -> "over " + c.name()));
        Rect near = drawing.card("conv2").orElseThrow().bounds().grow(400);
        assertTrue(near.overlaps(relu.bounds()));
    }

    @Test
    void aThousandNodesTakeLessThanTwoSeconds() {
        Network large = Designs.residual(250);
        AutoLayout.arrange(Designs.residual(20), n -> SIZE); // warm
        Map<String, Position> at = Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> AutoLayout.arrange(large, n -> SIZE),
                "layout of " + large.nodes().size());
        assertEquals(large.nodes().size(), at.size());
    }

    private static Network apart(Network network, int singles) {
        List<Node> nodes = new ArrayList<>(network.nodes().values());
        for (int i = 0; i < singles; i++) {
            nodes.add(Node.of("single" + i, "Dense"));
        }
        return new Network(nodes, network.wires());
    }

    private static Network cycle() {
        return new Network(
                List.of(Node.of("a", "Add"), Node.of("b", "ReLU"), Node.of("c", "ReLU")),
                List.of(
                        Wire.of("a.out", "b.in"),
                        Wire.of("b.out", "c.in"),
                        Wire.of("c.out", "a.in"),
                        Wire.of("a.out", "a.in")));
    }
}
