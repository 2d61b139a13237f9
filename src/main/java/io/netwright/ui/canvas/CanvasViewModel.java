package io.netwright.ui.canvas;

import io.netwright.advice.Fit;
import io.netwright.advice.Repairs.Tried;
import io.netwright.compile.Compilation;
import io.netwright.edit.Design;
import io.netwright.edit.Edit;
import io.netwright.edit.Editor;
import io.netwright.edit.Edits;
import io.netwright.edit.Levels;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.FxThread;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Session;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.drawing.Alignment;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.DrawingBuilder;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What a canvas shows and changes: the session's document as a drawing, redrawn with every edit, compilation and
/// change of language. Several canvases may show one session. Used on the JavaFX thread.
public final class CanvasViewModel {

    private final Session session;
    private final Words words;
    private final Executor background;
    private final boolean oneRow;
    private final DrawingBuilder builder;
    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Wire> selectedWire = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private final Clipboard clipboard;
    private final Additions additions;
    private final BlockMaking blocks;
    private final Wholes wholes;
    private @Nullable Design preview;
    /// Where nodes stand that the document gives no place.
    private Map<String, Position> automatic = Map.of();
    private Network arranged = Network.EMPTY;
    private double aspect = AutoLayout.ASPECT;

    /// @param background where layouts are computed
    public CanvasViewModel(Session session, Words words, Executor background) {
        this(session, words, background, false);
    }

    /// A model for a canvas that only shows, with the network in one row whatever the document's places are.
    ///
    /// @param background where layouts are computed
    public static CanvasViewModel inOneRow(Session session, Words words, Executor background) {
        return new CanvasViewModel(session, words, background, true);
    }

    private CanvasViewModel(Session session, Words words, Executor background, boolean oneRow) {
        this.oneRow = oneRow;
        this.session = session;
        this.words = words;
        this.background = background;
        this.builder = new DrawingBuilder(session.registry());
        this.clipboard = new Clipboard(this);
        this.additions = new Additions(this);
        this.blocks = new BlockMaking(this);
        this.wholes = new Wholes(this, background);
        session.editorProperty().subscribe(e -> automatic = Map.of());
        session.levelProperty().subscribe(l -> {
            // the same names may stand elsewhere there
            if (!oneRow) {
                automatic = Map.of();
            }
        });
        (oneRow ? session.designProperty() : session.hereProperty()).subscribe(d -> {
            preview = null;
            redraw();
        });
        (oneRow ? session.compilationProperty() : session.compiledHereProperty()).subscribe(c -> redraw());
        session.advice().previewProperty().subscribe(t -> redraw());
        session.selectionProperty().subscribe(s -> {
            if (!s.isEmpty()) {
                selectWire(null);
            }
        });
        words.messagesProperty().subscribe(m -> redraw());
    }

    /// @return what is on the canvas now, gestures in progress included
    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public Drawing drawing() {
        return drawing.get();
    }

    public Editor editor() {
        return session.editor();
    }

    /// @return changes when another document is opened
    public ObservableValue<Editor> editorProperty() {
        return session.editorProperty();
    }

    /// @return what the canvas shows: the level that is open; in one row, the document
    public Design design() {
        return oneRow ? session.designProperty().get() : session.hereProperty().get();
    }

    public Network network() {
        return design().network();
    }

    /// @return what the compiler made of [#design()], or of an earlier one
    Compilation compilation() {
        return oneRow ? session.compilation() : session.compiledHere();
    }

    /// @return changes before what is shown does; of no concern to a canvas in one row
    public ReadOnlyObjectProperty<List<String>> levelProperty() {
        return session.levelProperty();
    }

    /// Opens a level, with the block that led further in selected.
    ///
    /// @param next the blocks that lead there
    void openLevel(List<String> next) {
        List<String> from = level();
        boolean outwards =
                next.size() < from.size() && from.subList(0, next.size()).equals(next);
        editor().go(next, outwards ? Set.of(from.get(next.size())) : Set.of());
    }

    /// Opens the level around the one that is open.
    ///
    /// @return whether there is one
    boolean leave() {
        List<String> from = level();
        if (!from.isEmpty()) {
            openLevel(from.subList(0, from.size() - 1));
        }
        return !from.isEmpty();
    }

    /// @return what programs, and all that is told of them, call a node that is shown; of a block that is repeated, the
    ///   first copy's
    String programName(String node) {
        StringBuilder path = new StringBuilder();
        Network at = session.network();
        for (String block : level()) {
            Node holder = at.nodes().get(block);
            path.append(block).append(holder != null && holder.copies() > 1 ? ".1." : ".");
            at = holder == null ? Network.EMPTY : holder.inside().network();
        }
        return path + node;
    }

    /// @return the level that is shown
    List<String> level() {
        return oneRow ? List.of() : session.levelProperty().get();
    }

    public LayerRegistry registry() {
        return session.registry();
    }

    public Words words() {
        return words;
    }

    Session session() {
        return session;
    }

    /// @return the selected nodes
    public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return session.selectionProperty();
    }

    public Set<String> selection() {
        List<String> open = session.levelProperty().get();
        return level().equals(open) ? session.selectionProperty().get() : Set.of(open.getFirst());
    }

    /// Selects those nodes and no others.
    void select(Collection<String> names) {
        editor().go(level(), names);
    }

    /// @return the selected wire, which is selected only while no node is; holds null where there is none
    public ReadOnlyObjectProperty<@Nullable Wire> selectedWireProperty() {
        return selectedWire.getReadOnlyProperty();
    }

    /// Selects a wire and no node; null selects none.
    public void selectWire(@Nullable Wire wire) {
        if (wire != null) {
            select(Set.of());
        }
        selectedWire.set(wire);
    }

    /// @return whether a layout is being computed
    public ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /// @return what `network`, which is this one but for a wire, says to another wire
    Fit fit(Network network) {
        return new Fit(session.registry(), network, compilation(), session.signature());
    }

    Clipboard clipboard() {
        return clipboard;
    }

    Additions additions() {
        return additions;
    }

    Wholes wholes() {
        return wholes;
    }

    /// Says where pieces are kept that a person makes of what is selected.
    public void keepIn(OwnPieces pieces) {
        wholes.keepIn(pieces);
    }

    BlockMaking blocks() {
        return blocks;
    }

    /// Changes the document as one entry of the history. Nodes that stand where automatic layout put them get those
    /// places for good, so that no edit makes others jump.
    ///
    /// @return whether anything changed
    public boolean apply(Edit edit) {
        Design before = editor().here();
        Map<String, Position> pins = new LinkedHashMap<>(automatic);
        pins.keySet().removeAll(before.layout().positions().keySet());
        pins.keySet().retainAll(before.network().nodes().keySet());
        if (pins.isEmpty() || edit.change().apply(before).equals(before)) {
            return editor().apply(edit);
        }
        return editor().apply(new Edit(
                edit.label(), edit.mergeKey(), d -> edit.change().apply(d.withLayout(l -> l.with(pins)))));
    }

    /// Draws a wire; where its input takes one wire only, in place of what is there.
    boolean wire(Wire wire) {
        return apply(Edits.addWire(wire, Wiring.isVariadic(registry(), network(), wire.to())));
    }

    /// Lines the selected nodes up, or spreads them.
    void align(Alignment alignment) {
        Map<String, Rect> cards = new LinkedHashMap<>();
        selection().forEach(name -> drawing().card(name).ifPresent(c -> cards.put(name, c.bounds())));
        if (cards.size() >= alignment.least()) {
            apply(Edits.align(alignment.places(cards)));
        }
    }

    /// Deletes what is selected: the nodes, or the wire.
    ///
    /// @param reconnect whether what fed a deleted node then feeds what it fed
    void delete(boolean reconnect) {
        Wire wire = selectedWire.get();
        Set<String> nodes = selection();
        if (!nodes.isEmpty()) {
            apply(reconnect ? Edits.deleteAndReconnect(nodes) : Edits.delete(nodes));
        } else if (wire != null) {
            apply(Edits.deleteWire(wire));
        }
    }

    /// Shows what a gesture in progress would make of the document, without changing it; null shows the document.
    void preview(@Nullable Design design) {
        preview = design;
        redraw();
    }

    /// Says what a layout is to fill.
    ///
    /// @param widthToHeight of the view
    void setAspect(double widthToHeight) {
        aspect = widthToHeight;
    }

    /// Gives every node a new place, in the background; one entry of the history. Where the document has changed
    /// meanwhile, the result is for another network and is dropped.
    public void arrange() {
        Editor editor = editor();
        Network network = network();
        layOut(places -> {
            if (editor == editor() && network() == network) {
                editor.apply(Edits.arrange(places));
            }
        });
    }

    private void layOut(Consumer<Map<String, Position>> then) {
        Design design = design();
        if (arranging.get() || design.network().nodes().isEmpty()) {
            return;
        }
        arranging.set(true);
        double wanted = aspect;
        Map<String, AutoLayout.Size> sizes = builder.sizes(design, compilation(), words.messages());
        background.execute(() -> {
            Map<String, Position> places = Map.of();
            try {
                Function<String, AutoLayout.Size> size = name -> Objects.requireNonNull(sizes.get(name));
                places = oneRow
                        ? AutoLayout.arrangeInOneRow(design.network(), size)
                        : AutoLayout.arrange(design.network(), size, wanted);
            } finally {
                Map<String, Position> found = places;
                FxThread.run(() -> {
                    arranging.set(false);
                    then.accept(found);
                });
            }
        });
    }

    // settings do not matter for where nodes stand
    private static boolean sameGraph(Network a, Network b) {
        return a.wires().equals(b.wires())
                && List.copyOf(a.nodes().keySet()).equals(List.copyOf(b.nodes().keySet()));
    }

    /// @return what the canvas shows that the document does not have, or has otherwise: the nodes that a repair which
    ///   is looked at adds or changes
    Set<String> proposed() {
        Tried tried = session.advice().previewProperty().get();
        Set<String> names = new LinkedHashSet<>();
        if (tried != null && preview == null) {
            at(tried.design()).network().nodes().forEach((name, node) -> {
                if (!node.equals(network().nodes().get(name))) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private Design at(Design document) {
        return Levels.at(document, level()).orElse(Design.EMPTY);
    }

    private void redraw() {
        Tried tried = preview == null ? session.advice().previewProperty().get() : null;
        Design shown = preview != null ? preview : tried != null ? at(tried.design()) : design();
        Compilation compiled = tried == null ? compilation() : tried.after().inside(level());
        Design design = oneRow ? new Design(shown.network(), Layout.EMPTY) : shown;
        if (oneRow && !sameGraph(design.network(), arranged)) {
            automatic = Map.of();
        }
        Set<String> nodes = design.network().nodes().keySet();
        Map<String, Position> placed = new LinkedHashMap<>(automatic);
        placed.keySet().retainAll(nodes);
        placed.putAll(design.layout().positions());
        if (placed.isEmpty() && !nodes.isEmpty()) {
            // nobody has placed anything: that takes the whole layout, which is not for this thread
            drawing.set(Drawing.EMPTY);
            List<String> level = level();
            layOut(places -> {
                if (level.equals(level())) {
                    automatic = places;
                    arranged = design.network();
                }
                redraw();
            });
            return;
        }
        Drawing next = builder.draw(design.withLayout(l -> l.with(placed)), compiled, words.messages());
        Map<String, Position> ours = new LinkedHashMap<>(next.positions());
        ours.keySet().removeAll(design.layout().positions().keySet());
        automatic = ours;
        drawing.set(next);
        Wire wire = selectedWire.get();
        if (wire != null && !design.network().wires().contains(wire)) {
            selectedWire.set(null);
        }
    }
}
