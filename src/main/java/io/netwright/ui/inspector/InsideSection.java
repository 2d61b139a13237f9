package io.netwright.ui.inspector;

import io.netwright.network.Block;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is inside a block: its layers in order, each with the shape that leaves it.
final class InsideSection extends VBox {

    private final Session session;
    private final String block;

    InsideSection(Session session, String block) {
        super(6);
        this.session = session;
        this.block = block;
        setId("inside");
    }

    void refresh() {
        getChildren().clear();
        Optional<Node> node = session.networkHere().node(block).filter(Node::isBlock);
        for (Node inner : node.map(n -> n.inside().network().nodes().values()).orElse(List.of())) {
            if (!inner.type().equals(Block.INPUT) && !inner.type().equals(Block.OUTPUT)) {
                getChildren().add(line(inner));
            }
        }
    }

    private HBox line(Node inner) {
        Label name = Icons.label(Styles.MONO, Styles.SMALL);
        name.setText(inner.name());
        Label type = Icons.label(Styles.MUTED, Styles.SMALL);
        type.setText(inner.type());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label shape = Icons.label(Styles.MONO, Styles.SMALL, Styles.FAINT);
        shape.setText(session.registry().outputs(inner).stream()
                .findFirst()
                .map(p -> session.compiledHere().shapes().get(new Port(block + "." + inner.name(), p.name())))
                .map(CostSection::sample)
                .orElse(Figures.NONE));
        HBox line = new HBox(8, name, type, gap, shape);
        session.layerOf(inner).ifPresent(l -> line.getChildren()
                .addFirst(Icons.familySquare(l.info().family().key())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
