package io.netwright.ui.canvas;

import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.WireLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/// The plane with what stands on it. Only what is in sight (or nearly) has views in the scene, so that a network of
/// thousands of nodes costs what a screenful costs.
final class PlaneView extends Group {

    /// Below this zoom text is smaller than anyone can read and is left out.
    private static final double LEGIBLE = 0.35;
    private static final double MARGIN = 200;
    /// Cards and wires that are made in one frame.
    private static final int MOST_NEW = 32;

    private final Viewport viewport;
    private final UnaryOperator<String> programName;
    private final FarView farView = new FarView();
    private final Group wireLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Group chipLayer = new Group();
    private final Group overlay = new Group();
    private final AnimationTimer catchUp = new AnimationTimer() {
        @Override
        public void handle(long now) {
            cull();
        }
    };
    private final Map<String, NodeView> nodes = new HashMap<>();
    private final Map<Wire, WireView> wires = new HashMap<>();
    private final Map<String, Node> badges = new HashMap<>();
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();

    private Drawing drawing = Drawing.EMPTY;
    private List<String> level = List.of();
    private Set<String> selection = Set.of();
    private Set<String> proposed = Set.of();
    private Set<String> found = Set.of();
    private @Nullable Wire selectedWire;
    private @Nullable String litNode;
    private @Nullable Pass litPass;
    private Map<String, Double> flow = Map.of();
    private boolean flowsBack;
    private Set<Wire> path = Set.of();
    private Runnable focusElsewhere = () -> {};
    /// How many views may still be made in this frame, and whether some could not.
    private int left;
    private boolean behind;

    /// @param programName what programs call a node that is shown
    PlaneView(Viewport viewport, UnaryOperator<String> programName) {
        this.viewport = viewport;
        this.programName = programName;
        getStyleClass().add("nw-plane");
        getTransforms().setAll(translate, scale);
        getChildren().setAll(farView, wireLayer, nodeLayer, chipLayer, overlay);
        viewport.onMoved(this::follow);
        follow();
    }

    private void follow() {
        scale.setX(viewport.zoom());
        scale.setY(viewport.zoom());
        translate.setX(viewport.offsetXProperty().get());
        translate.setY(viewport.offsetYProperty().get());
        cull();
    }

    /// Shows `next` in place of what was shown.
    void show(Drawing next, List<String> nextLevel) {
        if (!nextLevel.equals(level)) {
            // the same name is another node there
            level = nextLevel;
            dropOthers(nodes, Set.of(), view -> nodeLayer.getChildren().remove(view));
            dropOthers(wires, Set.of(), this::drop);
        }
        drawing = next;
        cull();
    }

    void select(Set<String> names, @Nullable Wire wire) {
        selection = names;
        selectedWire = wire;
        markAll();
    }

    private void markAll() {
        nodes.values().forEach(this::mark);
        wires.values().forEach(this::mark);
        markFar();
    }

    void light(@Nullable String node, @Nullable Pass pass) {
        litNode = node;
        litPass = pass;
        markAll();
    }

    void flow(Map<String, Double> shares, boolean backward) {
        flow = Map.copyOf(shares);
        flowsBack = backward;
        wires.values().forEach(this::mark);
    }

    void path(Set<Wire> taken) {
        if (!path.equals(taken)) {
            path = Set.copyOf(taken);
            wires.values().forEach(this::mark);
        }
    }

    /// Lights the wire that something would be dropped into; null lights none.
    void target(@Nullable Wire wire) {
        wires.forEach((w, view) -> view.setTarget(w.equals(wire)));
    }

    /// Marks the nodes that are only proposed, and no others.
    void propose(Set<String> names) {
        if (!proposed.equals(names)) {
            proposed = names;
            markAll();
        }
    }

    /// Lights the nodes that answer a search and dims the others; none searches no longer.
    void find(Set<String> names) {
        found = names;
        markAll();
    }

    void badge(String node, @Nullable Node badge) {
        if (badge == null) {
            badges.remove(node);
        } else {
            badges.put(node, badge);
        }
        nodes.forEach((name, view) -> {
            if (programName.apply(name).equals(node)) {
                view.setBadge(badge);
            }
        });
    }

    private void mark(NodeView view) {
        String name = view.card().name();
        boolean selected = selection.contains(name);
        view.setSelected(selected);
        view.setViewOrder(selected ? -1 : 0);
        view.setPass(name.equals(litNode) ? litPass : null);
        view.setProposed(proposed.contains(name));
        view.setFound(found.contains(name));
        view.setDim(!found.isEmpty() && !found.contains(name));
    }

    private void mark(WireView view) {
        Wire wire = view.line().wire();
        view.setSelected(wire.equals(selectedWire));
        view.setFlow(
                flow.isEmpty() ? null : flow.get(programName.apply(wire.from().node())), flowsBack);
        view.setTarget(proposed.stream().anyMatch(wire::touches));
        view.setPath(path.contains(wire));
        view.setPass(litNode != null && wire.touches(litNode) ? litPass : null);
    }

    /// @return whether the view is too far away for anything to be read, so that cards have no views of their own
    boolean isFar() {
        return viewport.zoom() < LEGIBLE;
    }

    /// Makes views for what has come into sight, updates what is there and drops the rest. Of very many at once, as
    /// when the zoom makes a whole network legible, it makes a part with each frame; until then the others look as they
    /// do from afar.
    void cull() {
        cull(MOST_NEW);
    }

    /// As [#cull()], but leaves nothing for later.
    void cullAll() {
        cull(Integer.MAX_VALUE);
    }

    private void cull(int budget) {
        boolean far = isFar();
        if (far && nodes.values().stream().anyMatch(NodeView::isFocused)) {
            focusElsewhere.run();
        }
        // what was near is kept for when it is again; making it is what costs
        Stream.of(wireLayer, nodeLayer, chipLayer).forEach(layer -> layer.setVisible(!far));
        left = far ? 0 : budget;
        behind = false;
        if (!far) {
            showNear();
        }
        if (behind) {
            catchUp.start();
        } else {
            catchUp.stop();
        }
        boolean fromAfar = far || behind;
        farView.setVisible(fromAfar);
        if (fromAfar) {
            farView.show(drawing, viewport.zoom());
            markFar();
        }
    }

    /// @return whether everything in sight is shown as it is to be
    boolean isSettled() {
        return !behind;
    }

    /// @param task gives the keyboard to something else than a node, because none is to be seen
    void onFocusLost(Runnable task) {
        focusElsewhere = task;
    }

    private void showNear() {
        Rect seen = viewport.visible().grow(MARGIN);
        Map<String, Card> cards = new LinkedHashMap<>();
        for (Card card : drawing.cards().values()) {
            NodeView there = nodes.get(card.name());
            if (card.bounds().overlaps(seen) || there != null && there.isFocused()) {
                cards.put(card.name(), card);
            }
        }
        dropOthers(nodes, cards.keySet(), view -> nodeLayer.getChildren().remove(view));
        cards.values().forEach(this::showCard);

        Map<Wire, WireLine> lines = new LinkedHashMap<>();
        for (WireLine line : drawing.wires()) {
            if (line.route().bounds().grow(1).overlaps(seen)) {
                lines.put(line.wire(), line);
            }
        }
        dropOthers(wires, lines.keySet(), this::drop);
        lines.values().forEach(this::showLine);
    }

    private void drop(WireView view) {
        wireLayer.getChildren().remove(view);
        chipLayer.getChildren().remove(view.chip());
    }

    private void markFar() {
        if (!farView.isVisible()) {
            return;
        }
        farView.mark(name ->
                selection.contains(name) || name.equals(litNode) || found.contains(name) || proposed.contains(name));
    }

    private static <K, V> void dropOthers(Map<K, V> views, Collection<K> kept, Consumer<V> drop) {
        views.entrySet().removeIf(e -> {
            boolean gone = !kept.contains(e.getKey());
            if (gone) {
                drop.accept(e.getValue());
            }
            return gone;
        });
    }

    private void showCard(Card card) {
        NodeView view = nodes.get(card.name());
        if (view != null && !view.card().family().equals(card.family())) {
            nodeLayer.getChildren().remove(view);
            view = null;
        }
        if (view != null) {
            view.update(card);
            return;
        }
        if (!afford()) {
            return;
        }
        NodeView made = new NodeView(card.family());
        made.update(card);
        made.setBadge(badges.get(programName.apply(card.name())));
        nodes.put(card.name(), made);
        nodeLayer.getChildren().add(made);
        mark(made);
    }

    private void showLine(WireLine line) {
        WireView view = wires.get(line.wire());
        if (view != null) {
            view.update(line);
            return;
        }
        if (!afford()) {
            return;
        }
        WireView made = new WireView();
        made.update(line);
        wires.put(line.wire(), made);
        wireLayer.getChildren().add(made);
        chipLayer.getChildren().add(made.chip());
        mark(made);
    }

    private boolean afford() {
        behind |= left == 0;
        left = Math.max(0, left - 1);
        return !behind;
    }

    /// @return the node's view, while it is in sight
    Optional<NodeView> node(String name) {
        return isFar() ? Optional.empty() : Optional.ofNullable(nodes.get(name));
    }

    /// @return the wire's view, while it is in sight
    Optional<WireView> wire(Wire wire) {
        return Optional.ofNullable(wires.get(wire));
    }

    Collection<NodeView> nodes() {
        return nodes.values();
    }

    Collection<WireView> wires() {
        return wires.values();
    }

    /// @return where gestures draw, above everything else on the plane
    Group overlay() {
        return overlay;
    }
}
