package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.List;

/// A merge of inputs of one shape, element by element, by one function of two numbers.
public final class Merge implements Layer {

    private final LayerInfo info;
    private final BinaryFn fn;

    private Merge(String type, BinaryFn fn, String stem, String formula, List<String> aliases) {
        this.info = new LayerInfo(
                type, Family.MERGE, aliases, stem, formula, List.of(PortInfo.MANY), List.of(PortInfo.OUT), List.of());
        this.fn = fn;
    }

    /// The sum; the end of a skip connection.
    public static Merge add() {
        return new Merge(
                "Add", BinaryFn.ADD, "add", "Y = X_1 + X_2 + \\dots", List.of("sum", "plus", "residual", "skip"));
    }

    /// The product; a gate.
    public static Merge multiply() {
        return new Merge(
                "Multiply",
                BinaryFn.MUL,
                "mul",
                "Y = X_1 \\odot X_2 \\odot \\dots",
                List.of("product", "times", "gate", "hadamard"));
    }

    /// The largest.
    public static Merge maximum() {
        return new Merge(
                "Maximum", BinaryFn.MAX, "maximum", "Y = \\max(X_1, X_2, \\dots)", List.of("max", "largest", "maxout"));
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", Merges.joined(b, fn, "Y"));
    }
}
