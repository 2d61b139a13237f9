package io.netwright.ui.canvas;

import io.netwright.network.Port;
import io.netwright.network.References;
import io.netwright.network.Wire;
import io.netwright.ui.Icons;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.WireLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The canvas: what a person sees and edits of a network.
///
/// Read-only it shows, scrolls, zooms and selects, but changes nothing; that is the strip above the steps.
public final class CanvasView extends Region {

    /// How near the pointer must come to a wire for something to be dropped into it, in pixels.
    private static final double NEAR = 18;

    private static final double EDGE = 16;
    private static final double FLOOR = 48;
    /// A strip is rather scrolled than smaller than this.
    private static final double LEGIBLE = 0.75;
    /// Smaller than this, a canvas has no room for a minimap.
    private static final double ROOM_FOR_MAP = 460;

    private final CanvasViewModel model;
    private final boolean readOnly;
    private final Viewport viewport = new Viewport();
    private final Pane surface = new Pane();
    private final GridView grid = new GridView(viewport);
    private final PlaneView plane;
    private final Minimap minimap = new Minimap(viewport);
    private final ZoomControls zoomControls;
    private final HintView hint;
    private final QuickSearch search;
    private final Searches searches;
    private final ShapeCard explanation;
    private final LevelTrail trail;
    private final Map<List<String>, Viewport.Look> looks = new HashMap<>();
    private final VBox empty = new VBox();
    private final PaletteDrop drop = new PaletteDrop(this);
    private final CanvasMouse mouse;
    private final Rectangle clip = new Rectangle();
    private boolean fitted;

    /// A canvas to edit on.
    public CanvasView(CanvasViewModel model) {
        this(model, false);
    }

    /// @param readOnly whether it only shows
    public CanvasView(CanvasViewModel model, boolean readOnly) {
        this.model = model;
        this.readOnly = readOnly;
        Words words = model.words();
        this.plane = new PlaneView(viewport, model::programName);
        this.zoomControls = new ZoomControls(this, words);
        this.hint = new HintView(words);
        this.search = new QuickSearch(words, this::requestFocus);
        this.searches = new Searches(this, search);
        this.explanation = new ShapeCard(model, words);
        this.mouse = new CanvasMouse(this);
        this.trail = new LevelTrail(model);
        getStyleClass().addAll("nw-canvas", "nw-canvas-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(words.text("design.canvas.accessible"));
        setClip(clip);
        surface.getStyleClass().add("nw-canvas-surface");
        surface.getChildren().setAll(grid, plane);
        empty.setMouseTransparent(true);
        empty.getStyleClass().add(Styles.EMPTY_STATE);
        empty.getChildren()
                .setAll(
                        Icons.of(Feather.SHARE_2),
                        emptyLine("design.canvas.empty", Styles.TITLE),
                        emptyLine(readOnly ? "design.canvas.empty.shown" : "design.canvas.empty.help", Styles.MUTED));
        getChildren().setAll(surface, empty, zoomControls, minimap, search, explanation, hint);
        if (!readOnly) {
            getChildren().add(trail);
            model.levelProperty().subscribe(this::enter);
        }
        zoomControls.setVisible(!readOnly);
        plane.onFocusLost(this::requestFocus);
        mouse.install(surface);
        if (!readOnly) {
            new CanvasKeys(this).install();
            new CanvasMenu(this).install();
        }
        model.drawingProperty().subscribe(this::show);
        viewport.zoomProperty().subscribe(() -> explanation.close());
        model.selectionProperty().subscribe(s -> mark());
        model.selectedWireProperty().subscribe(w -> mark());
        model.editorProperty().subscribe(e -> {
            looks.clear();
            fitted = false;
            mouse.cancel();
            requestLayout();
        });
    }

    // each level is found as it was left
    private void enter(List<String> from, List<String> to) {
        mouse.cancel();
        looks.put(from, viewport.look());
        Viewport.Look was = looks.get(to);
        fitted = was != null;
        if (was != null) {
            viewport.look(was);
        }
        requestLayout();
    }

    private void show(Drawing drawing) {
        boolean hadFocus = plane.nodes().stream().anyMatch(Node::isFocused);
        plane.propose(model.proposed());
        plane.show(drawing, model.level());
        minimap.show(drawing);
        minimap.setVisible(hasMap());
        empty.setVisible(drawing.cards().isEmpty());
        mark();
        if (hadFocus && plane.nodes().stream().noneMatch(Node::isFocused)) {
            requestFocus();
        }
        if (!fitted) {
            requestLayout();
        }
    }

    private Label emptyLine(String key, String style) {
        Label label = Icons.label(style);
        label.textProperty()
                .bind(model.words()
                        .compute(
                                () -> model.arrangingProperty().get()
                                        ? (style.equals(Styles.TITLE)
                                                ? model.words().now("design.canvas.arranging")
                                                : "")
                                        : model.words().now(key),
                                model.arrangingProperty()));
        return label;
    }

    private boolean hasMap() {
        return !readOnly && !model.drawing().cards().isEmpty() && getWidth() > ROOM_FOR_MAP;
    }

    private void mark() {
        plane.select(model.selection(), model.selectedWireProperty().get());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        surface.resizeRelocate(0, 0, width, height);
        grid.resizeRelocate(0, 0, width, height);
        viewport.resize(width, height);
        if (width > 0 && height > FLOOR) {
            model.setAspect(width / (height - FLOOR));
        }
        if (!fitted && !model.drawing().cards().isEmpty()) {
            fitted = true;
            fit();
        }
        plane.cull();
        trail.autosize();
        trail.relocate(Math.max(EDGE, (width - trail.getWidth()) / 2), EDGE);
        zoomControls.autosize();
        zoomControls.relocate(EDGE, height - zoomControls.getHeight() - EDGE);
        minimap.resizeRelocate(
                width - Minimap.WIDTH - EDGE, height - Minimap.HEIGHT - EDGE, Minimap.WIDTH, Minimap.HEIGHT);
        minimap.setVisible(hasMap());
        minimap.requestLayout();
        double room = Math.max(0, Math.min(420, width - 2 * EDGE));
        double tall = Math.min(height, empty.prefHeight(room));
        empty.resizeRelocate((width - room) / 2, (height - tall) / 2, room, tall);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 600;
    }

    public CanvasViewModel model() {
        return model;
    }

    public Viewport viewport() {
        return viewport;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /// @return where the palette drops layers
    public LayerDropTarget dropTarget() {
        return drop;
    }

    /// @return whether nothing more appears of itself
    public boolean isSettled() {
        return plane.isSettled();
    }

    /// Shows the whole network.
    public void fit() {
        model.drawing().bounds().ifPresent(all -> {
            if (readOnly) {
                viewport.fitRow(all, LEGIBLE);
            } else {
                fit(all);
            }
        });
    }

    /// Shows what is selected, or everything where nothing is.
    public void fitSelection() {
        model.drawing().bounds(model.selection()).ifPresentOrElse(this::fit, this::fit);
    }

    private void fit(Rect area) {
        viewport.fit(area, FLOOR);
        if (hasMap() && isCovered(area)) {
            viewport.fit(area, Minimap.HEIGHT + EDGE);
        }
    }

    // by the minimap, which stands in the corner
    private boolean isCovered(Rect area) {
        Point corner = viewport.toPlane(getWidth() - Minimap.WIDTH - EDGE, getHeight() - Minimap.HEIGHT - EDGE);
        Rect covered = new Rect(corner.x(), corner.y(), Minimap.WIDTH * 4, Minimap.HEIGHT * 4);
        return model.drawing().cards().values().stream()
                .map(Card::bounds)
                .anyMatch(c -> c.overlaps(area) && c.grow(8).overlaps(covered));
    }

    /// Brings a node into sight, with as little movement as possible.
    public void reveal(String node) {
        model.drawing().card(node).map(Card::bounds).ifPresent(viewport::reveal);
    }

    void revealSelection() {
        model.drawing().bounds(model.selection()).ifPresent(viewport::reveal);
    }

    /// Lights a node and its wires, in the accent or in the colour of the backward pass, and brings it into sight.
    ///
    /// @param node null lights none
    public void setFocus(@Nullable String node, Pass pass) {
        plane.light(node, node == null ? null : pass);
        model.drawing().card(node == null ? "" : node).map(Card::bounds).ifPresent(card -> {
            if (readOnly) {
                // what comes before and after it matters as much
                Point middle = viewport.toView(card.centerX(), card.centerY());
                viewport.pan(getWidth() / 2 - middle.x(), 0);
            }
            viewport.reveal(card);
        });
    }

    /// Puts something small into the upper right corner of a node's card, such as a figure of the training; null takes
    /// it away.
    ///
    /// @param node as programs call it
    public void setBadge(String node, @Nullable Node badge) {
        plane.badge(node, badge);
    }

    /// Draws wires the thicker the more flows through them.
    ///
    /// @param shares   of the nodes that they begin at, as programs call them, from 0, least, to 1; other wires are as
    ///                 usual
    /// @param backward whether it flows back, as gradients do
    public void setFlow(Map<String, Double> shares, boolean backward) {
        plane.flow(shares, backward);
    }

    /// Draws wires as the way that a gradient took: dashed, with an arrowhead where they begin, which is where the
    /// gradient came out.
    ///
    /// @param wires empty draws none
    public void setPath(Set<Wire> wires) {
        plane.path(wires);
    }

    /// @return what can be searched for here
    Searches searches() {
        return searches;
    }

    /// Says where the sizes of the shape on a wire come from, and what is wrong where it ends.
    ///
    /// @param size which of the written sizes, from 0
    public void explain(Wire wire, int size) {
        model.drawing().line(wire).ifPresent(line -> {
            Point at = line.chip() == null
                    ? line.route().at(line.route().length() / 2)
                    : new Point(line.chip().bounds().x(), line.chip().bounds().bottom());
            Point view = viewport.toView(at.x(), at.y());
            explanation.open(wire, size, view.x(), view.y() + 6);
        });
    }

    /// @return whether there was one
    boolean closeExplanation() {
        return explanation.close();
    }

    /// Opens the search for a node to go to.
    public void goToNode() {
        searches.node();
    }

    /// Opens a field for the node's name.
    public void rename(String node) {
        reveal(node);
        plane.cullAll();
        plane.node(node).ifPresent(card -> {
            RenameField field = new RenameField(this, card);
            plane.overlay().getChildren().add(field);
            field.requestFocus();
            field.selectAll();
        });
    }

    /// Opens the level that a node is at and goes to it.
    ///
    /// @param path from the document
    void goTo(String path) {
        List<String> way = new ArrayList<>(References.along(model.session().network(), path).stream()
                .map(io.netwright.network.Node::name)
                .toList());
        if (way.isEmpty()) {
            return;
        }
        String name = way.removeLast();
        if (!way.equals(model.level())) {
            model.openLevel(way);
            layout();
        }
        focusNode(name);
    }

    /// @return the point of the plane in the middle of what is in sight
    Point middle() {
        Rect seen = viewport.visible();
        return new Point(seen.centerX(), seen.centerY());
    }

    PlaneView plane() {
        return plane;
    }

    HintView hint() {
        return hint;
    }

    CanvasMouse mouse() {
        return mouse;
    }

    Point toPlane(MouseEvent e) {
        Point2D local = sceneToLocal(e.getSceneX(), e.getSceneY());
        return viewport.toPlane(local.getX(), local.getY());
    }

    /// @return what lies under the mouse; from afar, where cards have no views, the card there
    Hit hit(@Nullable PickResult pick, double sceneX, double sceneY) {
        Hit hit = Hit.of(pick);
        if (!(hit instanceof Hit.Nothing) || !plane.isFar()) {
            return hit;
        }
        Point2D local = sceneToLocal(sceneX, sceneY);
        Point at = viewport.toPlane(local.getX(), local.getY());
        return model.drawing().cards().values().stream()
                .filter(c -> c.bounds().contains(at.x(), at.y()))
                .reduce((below, above) -> above)
                .<Hit>map(Hit.OnNode::new)
                .orElse(hit);
    }

    /// @param drawing as it was before something was dragged over it, from which wires keep clear
    /// @return the wire at, or a little beside, a point of the plane
    Optional<Wire> wireAt(Drawing drawing, Point at) {
        double near = NEAR / viewport.zoom();
        return drawing.wires().stream()
                .filter(w -> w.route().distance(at) <= near)
                .min(Comparator.comparingDouble(w -> w.route().distance(at)))
                .map(WireLine::wire);
    }

    Optional<Card.Spot> spot(Port port, boolean output) {
        return model.drawing().card(port.node()).flatMap(c -> c.spot(port, output));
    }

    /// Gives the keyboard to a node's card, so that a screen reader says it.
    void focusNode(String node) {
        model.select(Set.of(node));
        Rect bounds = model.drawing().card(node).map(Card::bounds).orElse(null);
        if (bounds != null && plane.isFar()) {
            viewport.zoomTo(1);
            viewport.center(bounds.centerX(), bounds.centerY());
        } else if (bounds != null) {
            viewport.reveal(bounds);
        }
        plane.cullAll();
        plane.node(node).ifPresent(Node::requestFocus);
    }
}
