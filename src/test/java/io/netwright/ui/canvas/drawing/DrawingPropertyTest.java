package io.netwright.ui.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DrawingPropertyTest {

    @Property
    void chipsCoverNoPortNoCardAndNoOtherChip(@ForAll long seed) {
        Random random = new Random(seed);
        Drawing drawing = Designs.draw(placed(random, random.nextInt(40, 240)));
        List<Rect> chips = new ArrayList<>();
        for (WireLine line : drawing.wires()) {
            if (line.chip() == null) {
                continue;
            }
            Rect chip = line.chip().bounds();
            for (Card card : drawing.cards().values()) {
                assertFalse(chip.overlaps(card.bounds()), () -> line.wire() + " covers " + card.name());
                card.spots()
                        .forEach(s -> assertFalse(
                                chip.grow(CardMetrics.PORT_RADIUS).contains(s.at().x(), s.at().y()),
                                () -> line.wire() + " covers " + s.port()));
            }
            chips.forEach(c -> assertFalse(c.overlaps(chip)));
            chips.add(chip);
        }
    }

    @Property
    void wiresGoAroundCardsWhereThereIsRoomBetweenThem(@ForAll long seed) {
        Drawing drawing = Designs.draw(placed(new Random(seed), 64));
        for (WireLine line : drawing.wires()) {
            for (Card card : drawing.cards().values()) {
                assertFalse(
                        line.route().crosses(card.bounds()),
                        () -> line.wire() + " behind " + card.name() + ": "
                                + line.route().points());
            }
        }
    }

    @Property
    void everyWireRunsFromItsPortToItsPortInLevelAndUprightPieces(@ForAll long seed) {
        Random random = new Random(seed);
        Drawing drawing = Designs.draw(placed(random, random.nextInt(8, 200)));
        for (WireLine line : drawing.wires()) {
            List<Point> points = line.route().points();
            assertEquals(at(drawing, line.wire(), true), points.getFirst());
            assertEquals(at(drawing, line.wire(), false), points.getLast());
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                assertEquals(0, Math.abs(a.x() - b.x()) * Math.abs(a.y() - b.y()), 1e-9, () -> "slanted " + points);
            }
        }
    }

    @Property
    void whatWasDrawnBeforeDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        DrawingBuilder builder = new DrawingBuilder(LayerRegistry.STANDARD);
        Design design = placed(random, 80);
        for (int i = 0; i < 4; i++) {
            List<String> names = List.copyOf(design.network().nodes().keySet());
            String moved = names.get(random.nextInt(names.size()));
            design = new Design(
                    design.network(),
                    design.layout().with(moved, new Position(random.nextInt(1200), random.nextInt(800))));
            Drawing again = builder.draw(design, null, Designs.ENGLISH);
            assertEquals(new DrawingBuilder(LayerRegistry.STANDARD).draw(design, null, Designs.ENGLISH), again);
        }
    }

    private static Point at(Drawing drawing, Wire wire, boolean output) {
        var port = output ? wire.from() : wire.to();
        return drawing.cards().get(port.node()).spot(port, output).orElseThrow().at();
    }

    /// Nodes on a loose grid, `gap` apart, wired at random.
    private static Design placed(Random random, int gap) {
        List<Node> nodes = new ArrayList<>();
        var positions = new LinkedHashMap<String, Position>();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                if (random.nextInt(4) == 0) {
                    continue;
                }
                String name = "add" + (row * 4 + column);
                nodes.add(Node.of(name, "Add"));
                positions.put(
                        name,
                        new Position(
                                column * (CardMetrics.WIDTH + gap) + random.nextInt(8),
                                row * (CardMetrics.HEIGHT + 40 + gap) + random.nextInt(8)));
            }
        }
        Network network = new Network(nodes, List.of());
        for (int i = 0; i < nodes.size(); i++) {
            String from = nodes.get(random.nextInt(nodes.size())).name();
            String to = nodes.get(random.nextInt(nodes.size())).name();
            network = network.plus(Wire.of(from + ".out", to + ".in"));
        }
        return new Design(network, new Layout(positions));
    }
}
