package io.netwright.ui.canvas;

import io.netwright.advice.Fit;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.template.Template;
import io.netwright.layer.template.Templates;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.References;
import io.netwright.network.Wire;
import io.netwright.ui.Stock;
import io.netwright.ui.canvas.QuickSearch.Item;
import io.netwright.ui.canvas.QuickSearch.Request;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be searched for on the canvas: a layer to add, at a place, at the end of a wire, into a wire or after a
/// node; a node to go to, or to draw a wire to.
final class Searches {

    private static final String LAYER = "design.canvas.search.prompt";

    private final CanvasView view;
    private final CanvasViewModel model;
    private final QuickSearch search;

    Searches(CanvasView view, QuickSearch search) {
        this.view = view;
        this.model = view.model();
        this.search = search;
    }

    /// A layer to add at a place of the view.
    void layerAt(double viewX, double viewY) {
        Point at = view.viewport().toPlane(viewX, viewY);
        List<Item> items = new ArrayList<>(layers(fit().anywhere()));
        Map<String, Stock.Whole> wholes = new LinkedHashMap<>();
        for (Stock.Whole whole : wholes()) {
            // no layer's name has a blank in front
            String id = " " + wholes.size();
            wholes.put(id, whole);
            items.add(whole(id, whole));
        }
        search.open(viewX, viewY, Request.of(LAYER, items, id -> {
            Stock.Whole whole = wholes.get(id);
            if (whole != null) {
                model.wholes().add(whole, at, view::fitSelection);
            } else {
                model.additions().add(id, at);
                view.revealSelection();
            }
        }));
    }

    private List<Stock.Whole> wholes() {
        List<Stock.Whole> all = new ArrayList<>(model.wholes().own());
        Templates.ALL.forEach(t -> all.add(new Stock.OfTemplate(t)));
        return all;
    }

    private Item whole(String id, Stock.Whole whole) {
        String kind = whole instanceof Stock.Own ? "design.palette.own" : "design.palette.templates";
        List<String> aliases = whole instanceof Stock.OfTemplate(Template t) ? List.of(t.key()) : List.of();
        return new Item(id, whole.title(model.words()), model.words().now(kind), whole.family(), aliases, null);
    }

    /// A layer to go into a wire.
    void layerInto(Wire wire, double viewX, double viewY) {
        Point at = view.viewport().toPlane(viewX, viewY);
        search.open(viewX, viewY, Request.of(LAYER, layers(fit().into(wire)), type -> model.additions()
                .insert(type, at, wire)));
    }

    /// A layer to stand at the open end of a wire.
    void layerFor(Point end, Card.Spot fixed) {
        Point at = view.viewport().toView(end.x(), end.y());
        List<Fit.Choice> choices = fixed.output() ? fit().after(fixed.port()) : fit().before(fixed.port());
        search.open(at.x(), at.y(), Request.of(LAYER, layers(choices), type -> model.additions()
                .addWired(type, end, fixed.port(), fixed.output())));
    }

    /// A layer to follow the selected node; nothing where there is none that something can follow.
    void layerAfterSelected() {
        Card card = onlySelected().orElse(null);
        if (card == null || card.outputs().isEmpty()) {
            return;
        }
        Card.Spot out = card.outputs().getFirst();
        Point at = below(card);
        search.open(at.x(), at.y(), Request.of(LAYER, layers(fit().after(out.port())), type -> {
            model.additions().addAfter(type, out);
            view.revealSelection();
        }));
    }

    /// A node to draw a wire to from the selected one; nothing where there is none that a wire can start at.
    void wireFromSelected() {
        Card card = onlySelected().orElse(null);
        if (card == null || card.outputs().isEmpty()) {
            return;
        }
        Port from = card.outputs().getFirst().port();
        Network network = model.network();
        record Target(Card card, Port port, Verdict verdict) {}
        List<Target> targets = new ArrayList<>();
        for (Card other : model.drawing().cards().values()) {
            for (Card.Spot in : other.inputs()) {
                Verdict verdict = Wiring.judge(model, network, from, in.port(), Optional.empty());
                if (verdict.canBeDrawn()) {
                    targets.add(new Target(other, in.port(), verdict));
                }
            }
        }
        targets.sort(Comparator.comparing((Target t) -> !t.verdict().fits())
                .thenComparing(t -> !network.wiresInto(t.port()).isEmpty()));
        List<Item> items = targets.stream()
                .map(t -> new Item(
                        t.port().toString(),
                        t.card().inputs().size() > 1
                                ? t.port().toString()
                                : t.card().name(),
                        t.card().type(),
                        t.card().family(),
                        List.of(t.card().type()),
                        t.verdict().fits() ? null : t.verdict().words()))
                .toList();
        Point at = below(card);
        search.open(
                at.x(),
                at.y(),
                Request.of("design.canvas.search.wireTo", items, port -> model.wire(new Wire(from, Port.parse(port)))));
    }

    /// A node to go to. What answers is lit on the canvas while one types.
    void node() {
        List<Item> items = new ArrayList<>();
        collect(model.session().network(), "", items);
        String shown = model.session().path("");
        double x = (view.getWidth() - 264) / 2;
        search.open(
                x,
                24,
                new Request(
                        "design.canvas.search.node",
                        items,
                        found -> {
                            Set<String> names = new LinkedHashSet<>();
                            found.stream()
                                    .filter(i -> i.id().startsWith(shown))
                                    .flatMap(i ->
                                            References.start(model.network(), i.id().substring(shown.length()))
                                                    .stream())
                                    .forEach(n -> names.add(n.name()));
                            view.plane().find(names);
                        },
                        view::goTo));
    }

    // those inside blocks too, which going to them opens
    private void collect(Network network, String prefix, List<Item> items) {
        for (Node node : network.nodes().values()) {
            items.add(item(node, prefix + node.name()));
            if (node.isBlock()) {
                collect(node.inside().network(), prefix + node.name() + ".", items);
            }
        }
    }

    private Item item(Node node, String path) {
        String family = model.registry()
                .find(node.type())
                .map(l -> l.info().family().key())
                .orElse("input");
        List<String> aliases = new ArrayList<>(List.of(node.type()));
        model.registry()
                .find(node.type())
                .ifPresent(l -> aliases.addAll(l.info().aliases()));
        return new Item(path, path, node.type(), family, aliases, null);
    }

    private Fit fit() {
        return model.fit(model.network());
    }

    private List<Item> layers(List<Fit.Choice> choices) {
        return choices.stream()
                .map(c -> {
                    LayerInfo info = c.info();
                    return new Item(
                            info.type(),
                            info.type(),
                            model.words().now("layers.family." + info.family().key()),
                            info.family().key(),
                            info.aliases(),
                            c.answer().problem());
                })
                .toList();
    }

    private Optional<Card> onlySelected() {
        Set<String> selection = model.selection();
        return selection.size() == 1 ? model.drawing().card(selection.iterator().next()) : Optional.empty();
    }

    private Point below(Card card) {
        Rect b = card.bounds();
        view.viewport().reveal(b);
        return view.viewport().toView(b.right() + 16, b.y() + CardMetrics.PORT_Y);
    }
}
