package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// An activation without properties: one function, applied to each element.
public final class Activation implements Layer {

    private final LayerInfo info;
    private final UnaryFn fn;

    /// @param type    the field's name for it
    /// @param fn      the function
    /// @param stem    what nodes are called
    /// @param formula its value for x, in LaTeX
    /// @param alias   another name that a search finds it by
    public Activation(String type, UnaryFn fn, String stem, String formula, String alias) {
        this.info = LayerInfo.simple(
                type, Family.ACTIVATION, List.of("activation", alias), stem, "A = " + formula, List.of());
        this.fn = fn;
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.unary("A", fn, b.input("in")));
    }
}
