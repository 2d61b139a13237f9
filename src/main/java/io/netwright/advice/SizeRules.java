package io.netwright.advice;

import io.netwright.advice.SizeStory.Source;
import io.netwright.advice.SizeStory.Term;
import io.netwright.network.Port;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules by which layers make sizes, each told only where it gives the size that there is.
final class SizeRules {

    private final Port port;
    private final String axis;
    private final int size;

    SizeRules(Port port, String axis, int size) {
        this.port = port;
        this.axis = axis;
        this.size = size;
    }

    String axis() {
        return axis;
    }

    /// @return the first that holds, else that nobody can tell
    SizeStory first(List<Optional<SizeStory>> candidates) {
        return candidates.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new SizeStory(
                        axis, size, port, Message.of("design.size.layer", port.node()), "", "", List.of()));
    }

    private Optional<SizeStory> told(
            boolean holds, Message rule, List<Term> terms, Function<Function<Term, String>, String> formula) {
        if (!holds) {
            return Optional.empty();
        }
        String symbols = formula.apply(Term::symbol);
        String numbers = formula.apply(t -> Integer.toString(t.value()));
        boolean plain = numbers.equals(Integer.toString(size));
        return Optional.of(new SizeStory(
                axis, size, port, rule, plain ? "" : symbols, plain ? "" : numbers + " = " + size, terms));
    }

    Optional<SizeStory> data() {
        Term term = new Term(axis, size, new Source.Data());
        return told(true, Message.of("design.size.data"), List.of(term), f -> f.apply(term));
    }

    Optional<SizeStory> setting(Term setting) {
        return told(
                setting.value() == size,
                Message.of("design.size.setting", key(setting)),
                List.of(setting),
                f -> f.apply(setting));
    }

    private static Message key(Term term) {
        return term.source() instanceof Source.Property(String node, String key)
                ? Message.of("layers.prop." + key)
                : Message.of("design.size.data");
    }

    Optional<SizeStory> same(Term in) {
        return told(in.value() == size, Message.of("design.size.same"), List.of(in), f -> f.apply(in));
    }

    /// `⌊(H + 2p − d(k − 1) − 1)/s⌋ + 1`, without what does nothing in it.
    Optional<SizeStory> window(Term in, Term kernel, Term stride, @Nullable Term dilation, @Nullable Term padding) {
        int d = dilation == null ? 1 : dilation.value();
        int p = padding == null ? 0 : padding.value();
        int reach = d * (kernel.value() - 1) + 1;
        int room = in.value() + 2 * p - reach;
        List<Term> terms = new ArrayList<>(List.of(in));
        if (padding != null) {
            terms.add(padding);
        }
        if (dilation != null && d != 1) {
            terms.add(dilation);
        }
        terms.add(kernel);
        terms.add(stride);
        return told(
                room >= 0 && Math.floorDiv(room, stride.value()) + 1 == size,
                Message.of("design.size.window"),
                terms,
                f -> {
                    String padded = padding == null ? "" : " + 2·" + f.apply(padding);
                    String reached = dilation == null || d == 1
                            ? " − " + f.apply(kernel)
                            : " − " + f.apply(dilation) + "·(" + f.apply(kernel) + " − 1) − 1";
                    return "⌊(" + f.apply(in) + padded + reached + ")/" + f.apply(stride) + "⌋ + 1";
                });
    }

    /// `⌈H/s⌉`, by padding that keeps the size.
    Optional<SizeStory> kept(Term in, Term stride, String node) {
        boolean unchanged = stride.value() == 1;
        List<Term> terms = new ArrayList<>(List.of(in, stride));
        terms.add(new Term("same", 0, new Source.Property(node, "padding")));
        return told(
                Math.ceilDiv(in.value(), stride.value()) == size,
                Message.of("design.size.kept"),
                terms,
                f -> unchanged ? f.apply(in) : "⌈" + f.apply(in) + "/" + f.apply(stride) + "⌉");
    }

    /// `(H − 1)s + k`, of a transposed convolution.
    Optional<SizeStory> transposed(Term in, Term kernel, Term stride) {
        return told(
                (in.value() - 1) * stride.value() + kernel.value() == size,
                Message.of("design.size.transposed"),
                List.of(in, stride, kernel),
                f -> "(" + f.apply(in) + " − 1)·" + f.apply(stride) + " + " + f.apply(kernel));
    }

    Optional<SizeStory> product(List<Term> terms) {
        long product = terms.stream().mapToLong(Term::value).reduce(1, (a, b) -> a * b);
        return told(terms.size() > 1 && product == size, Message.of("design.size.product"), terms, f -> terms.stream()
                .map(f)
                .collect(Collectors.joining(" · ")));
    }

    Optional<SizeStory> sum(List<Term> terms) {
        return told(
                terms.stream().mapToInt(Term::value).sum() == size,
                Message.of("design.size.sum"),
                terms,
                f -> terms.stream().map(f).collect(Collectors.joining(" + ")));
    }

    Optional<SizeStory> times(Term in, Term factor) {
        return told(
                (long) in.value() * factor.value() == size,
                Message.of("design.size.times", key(factor)),
                List.of(in, factor),
                f -> f.apply(in) + " · " + f.apply(factor));
    }

    /// Half of what comes in, as gated units have it.
    Optional<SizeStory> half(Term in) {
        return told(in.value() == 2 * size, Message.of("design.size.half"), List.of(in), f -> f.apply(in) + " / 2");
    }

    /// An equal part of what comes in, one for each of the layer's outputs.
    Optional<SizeStory> share(Term in, int outputs) {
        return told(
                outputs > 1 && in.value() == outputs * size,
                Message.of("design.size.share", outputs),
                List.of(in),
                f -> f.apply(in) + " / " + outputs);
    }

    Optional<SizeStory> over(Term in, Term divisor) {
        return told(
                divisor.value() > 1 && in.value() % divisor.value() == 0 && in.value() / divisor.value() == size,
                Message.of("design.size.over", key(divisor)),
                List.of(in, divisor),
                f -> f.apply(in) + " / " + f.apply(divisor));
    }
}
