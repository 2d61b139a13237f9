package io.netwright.advice;

import io.netwright.advice.SizeStory.Source;
import io.netwright.advice.SizeStory.Term;
import io.netwright.compile.Compilation;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Explains the sizes of shapes. A rule is told only where its numbers give the size that the compiler found, so that
/// an explanation cannot be wrong; of several that do, the one that names a setting of the layer goes first.
public final class SizeStories {

    /// Whole numbers that are no sizes.
    private static final Set<String> NO_SIZE = Set.of("axis", "groups", "heads", "seed", "layers");

    private final Network network;
    private final Map<Port, Shape> shapes;
    private final Surroundings around;

    public SizeStories(LayerRegistry registry, Compilation compilation) {
        this.network = compilation.network();
        this.shapes = compilation.shapes();
        this.around = new Surroundings(registry, network);
    }

    /// @param port an output
    /// @return a story for each axis, the batch included; empty where the shape is not known
    public List<SizeStory> of(Port port) {
        Shape shape = shapes.get(port);
        List<SizeStory> stories = new ArrayList<>();
        for (int i = 0; shape != null && i < shape.rank(); i++) {
            stories.add(story(port, shape, i));
        }
        return stories;
    }

    private SizeStory story(Port port, Shape shape, int axis) {
        LayerInfo info = around.info(port.node()).orElse(null);
        String name = Axes.name(shape, axis, info);
        int size = shape.size(axis);
        if (shape.isBatched(axis)) {
            return new SizeStory(name, size, port, Message.of("design.size.batch"), "", "", List.of());
        }
        List<Wire> into = around.into(port.node());
        var rules = new SizeRules(port, name, size);
        if (into.isEmpty()) {
            return rules.first(source(rules, port, shape, axis));
        }
        List<Optional<SizeStory>> candidates = new ArrayList<>();
        Port from = into.getFirst().from();
        Shape in = shapes.get(from);
        if (in != null) {
            windows(rules, port.node(), from, in, shape, axis, candidates);
        }
        settings(rules, port.node(), candidates);
        if (in != null) {
            if (in.rank() == shape.rank()) {
                sums(rules, into, axis, candidates);
                candidates.add(rules.same(term(from, in, axis)));
                scaled(rules, port.node(), term(from, in, axis), candidates);
                candidates.add(rules.share(
                        term(from, in, axis), around.outputs(port.node()).size()));
                candidates.add(rules.half(term(from, in, axis)));
            }
            candidates.add(rules.product(terms(from, in)));
            for (int i = 0; i < in.rank(); i++) {
                candidates.add(rules.same(term(from, in, i)));
            }
        }
        return rules.first(candidates);
    }

    // an input: from its setting, else from the data
    private List<Optional<SizeStory>> source(SizeRules rules, Port port, Shape shape, int axis) {
        List<?> written = around.value(port.node(), "shape", List.class).orElse(List.of());
        int i = axis - (shape.rank() - written.size());
        if (!written.isEmpty() && i >= 0 && written.get(i) instanceof Integer value) {
            return List.of(rules.setting(new Term(rules.axis(), value, new Source.Property(port.node(), "shape"))));
        }
        return List.of(rules.data());
    }

    private void windows(
            SizeRules rules,
            String node,
            Port from,
            Shape in,
            Shape shape,
            int axis,
            List<Optional<SizeStory>> candidates) {
        int spatial = axis - 2;
        if (in.rank() != shape.rank() || spatial < 0) {
            return;
        }
        Optional<Term> kernel = part(node, "kernel", "k", spatial);
        if (kernel.isEmpty()) {
            return;
        }
        Term size = term(from, in, axis);
        Term stride = part(node, "stride", "s", spatial).orElse(null);
        Term dilation = part(node, "dilation", "d", spatial).orElse(null);
        Term padding = part(node, "padding", "p", spatial).orElse(null);
        String word = around.value(node, "padding", String.class).orElse("");
        if (word.equals("same") && stride != null) {
            candidates.add(rules.kept(size, stride, node));
        }
        if (stride != null) {
            candidates.add(rules.window(size, kernel.get(), stride, dilation, padding));
            candidates.add(rules.transposed(size, kernel.get(), stride));
        }
    }

    private void settings(SizeRules rules, String node, List<Optional<SizeStory>> candidates) {
        around.info(node).ifPresent(info -> {
            for (Prop<?> prop : info.props()) {
                if (prop instanceof Prop.IntProp && !NO_SIZE.contains(prop.key())) {
                    around.value(node, prop.key(), Integer.class)
                            .ifPresent(v -> candidates.add(
                                    rules.setting(new Term(prop.key(), v, new Source.Property(node, prop.key())))));
                }
            }
        });
    }

    private void sums(SizeRules rules, List<Wire> into, int axis, List<Optional<SizeStory>> candidates) {
        List<Term> terms = new ArrayList<>();
        for (Wire w : into) {
            Shape shape = shapes.get(w.from());
            if (shape == null || axis >= shape.rank()) {
                return;
            }
            terms.add(term(w.from(), shape, axis));
        }
        if (terms.size() > 1) {
            candidates.add(rules.same(terms.getFirst()));
            candidates.add(rules.sum(terms));
        }
    }

    private void scaled(SizeRules rules, String node, Term in, List<Optional<SizeStory>> candidates) {
        around.info(node).ifPresent(info -> {
            for (Prop<?> prop : info.props()) {
                around.value(node, prop.key(), Integer.class).ifPresent(v -> {
                    Term factor = new Term(prop.key(), v, new Source.Property(node, prop.key()));
                    candidates.add(rules.times(in, factor));
                    candidates.add(rules.over(in, factor));
                });
            }
        });
    }

    // one number of a setting that has one for each direction
    private Optional<Term> part(String node, String key, String symbol, int index) {
        Source source = new Source.Property(node, key);
        Optional<Integer> one = around.value(node, key, Integer.class);
        if (one.isPresent()) {
            return one.map(v -> new Term(symbol, v, source));
        }
        return around.value(node, key, List.class)
                .filter(l -> index < l.size() && l.get(index) instanceof Integer)
                .map(l -> new Term(symbol, (Integer) Objects.requireNonNull(l.get(index)), source));
    }

    private List<Term> terms(Port from, Shape in) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < in.rank(); i++) {
            if (!in.isBatched(i)) {
                terms.add(term(from, in, i));
            }
        }
        return terms;
    }

    private Term term(Port from, Shape in, int axis) {
        @Nullable LayerInfo maker = around.info(from.node()).orElse(null);
        String name = Axes.name(in, axis, maker);
        return new Term(name, in.size(axis), new Source.Axis(from, axis, name));
    }
}
