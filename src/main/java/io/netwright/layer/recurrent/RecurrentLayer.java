package io.netwright.layer.recurrent;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.attention.Sequences;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.kernel.Cell;
import java.util.ArrayList;
import java.util.List;

/// RNN, LSTM and GRU with PyTorch's equations: `(N, T, F)` becomes `(N, T, units)`, or `(N, units)` where only the last
/// output is wanted. In both directions the two outputs are joined; stacked, each layer takes the outputs of the one
/// below.
///
/// A mask `(N, T)` marks with 0 the steps that do not count: the layer keeps its states there, so that the last output
/// is that of the last step that counts.
public final class RecurrentLayer implements Layer {

    public static final Prop.IntProp UNITS = new Prop.IntProp("units", 32, 1, 1 << 16);
    public static final Prop.IntProp STACKED = new Prop.IntProp("layers", 1, 1, 64);
    public static final Prop.ChoiceProp CELL = new Prop.ChoiceProp("cell", "LSTM", List.of("RNN", "LSTM", "GRU"));
    public static final Prop.ChoiceProp ACTIVATION = new Prop.ChoiceProp("activation", "tanh", List.of("tanh", "relu"));
    public static final Prop.BoolProp BOTH_WAYS = new Prop.BoolProp("bidirectional", false);

    /// How the outputs of the two directions are joined.
    public static final Prop.ChoiceProp JOIN =
            new Prop.ChoiceProp("join", "concat", List.of("concat", "sum", "mean", "product"));

    public static final Prop.ChoiceProp OUTPUT = new Prop.ChoiceProp("output", "sequence", List.of("sequence", "last"));
    public static final Prop.RealProp DROPOUT = new Prop.RealProp("dropout", 0.0, 0, 0.99);
    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", true);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotUniform());
    public static final Prop.InitProp RECURRENT_INIT =
            new Prop.InitProp("recurrentInit", new Initialiser.GlorotUniform());
    public static final Prop.InitProp BIAS_INIT = new Prop.InitProp("biasInit", new Initialiser.Zeros());

    private final LayerInfo info;

    /// The cell; empty where a property says which.
    private final String cell;

    private RecurrentLayer(String cell, String type, String stem, String formula, List<String> aliases) {
        this.cell = cell;
        List<Prop<?>> props = new ArrayList<>(List.of(UNITS, STACKED, OUTPUT));
        if (cell.isEmpty()) {
            props.add(0, CELL);
            props.add(JOIN);
        } else {
            props.add(BOTH_WAYS);
        }
        if (!cell.equals("LSTM") && !cell.equals("GRU")) {
            props.add(ACTIVATION);
        }
        props.addAll(List.of(DROPOUT, BIAS, WEIGHT_INIT, RECURRENT_INIT, BIAS_INIT));
        this.info = new LayerInfo(
                type,
                Family.RECURRENT,
                aliases,
                stem,
                formula,
                List.of(PortInfo.IN, PortInfo.optional("mask")),
                List.of(PortInfo.OUT),
                props);
    }

    public static RecurrentLayer rnn() {
        return new RecurrentLayer(
                "RNN",
                "RNN",
                "rnn",
                "h_t = \\tanh(x_t W + h_{t-1} U + b)",
                List.of("recurrent", "elman", "simple rnn"));
    }

    public static RecurrentLayer lstm() {
        return new RecurrentLayer(
                "LSTM",
                "LSTM",
                "lstm",
                "c_t = f \\odot c_{t-1} + i \\odot g, \\; h_t = o \\odot \\tanh(c_t)",
                List.of("recurrent", "long short-term memory"));
    }

    public static RecurrentLayer gru() {
        return new RecurrentLayer(
                "GRU",
                "GRU",
                "gru",
                "h_t = (1 - z) \\odot n + z \\odot h_{t-1}",
                List.of("recurrent", "gated recurrent unit"));
    }

    /// Any cell, in both directions, joined in a way of choice.
    public static RecurrentLayer bidirectional() {
        return new RecurrentLayer(
                "",
                "Bidirectional",
                "both",
                "y_t = [h_t^{\\rightarrow}, h_t^{\\leftarrow}]",
                List.of("recurrent", "bilstm", "two directions"));
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = Sequences.require(b, "in");
        RecurrentBuilder builder = new RecurrentBuilder(b, cell(b), b.optionalInput("mask"));
        int layers = b.get(STACKED);
        String join = cell.isEmpty() ? b.get(JOIN) : b.get(BOTH_WAYS) ? "concat" : "";
        for (int layer = 0; layer < layers; layer++) {
            boolean last = layer == layers - 1 && b.get(OUTPUT).equals("last");
            x = builder.layer(layer, layer == 0 ? x : builder.dropped(x), join, last);
        }
        b.output("out", x);
    }

    private Cell cell(LayerBuilder b) {
        return switch (cell.isEmpty() ? b.get(CELL) : cell) {
            case "LSTM" -> Cell.LSTM;
            case "GRU" -> Cell.GRU;
            default -> b.get(ACTIVATION).equals("relu") ? Cell.RNN_RELU : Cell.RNN_TANH;
        };
    }
}
