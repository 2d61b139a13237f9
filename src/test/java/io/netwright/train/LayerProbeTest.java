package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.SplitSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One feature, two units: small enough to be computed by hand.
class LayerProbeTest {

    private static final double[][] X = {{1}, {2}, {-3}};
    private static final double[][] Y = {{0}, {0}, {0}};

    private static TrainingPlan plan(String activation) {
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 2),
                Node.of("act", activation),
                Nets.dense("dense2", 1),
                Node.of("loss", "MSE"));
        return Nets.plan(
                network,
                Nets.inline(X, Y, InlineTarget.VALUES).withSplit(SplitSpec.ALL_TRAIN),
                TrainingSpec.DEFAULT.withPrecision(Precision.FLOAT64));
    }

    private static Parameters weights(TrainingPlan plan, double w1, double w2, double b2) {
        Parameters p = plan.initial(1);
        set(p, "dense1.weight", w1, w2);
        set(p, "dense1.bias", 0, b2);
        set(p, "dense2.weight", 1, 1);
        set(p, "dense2.bias", 0);
        return p;
    }

    private static void set(Parameters p, String name, double... values) {
        Tensor t = p.find(name).orElseThrow();
        for (int i = 0; i < values.length; i++) {
            t.set(i, values[i]);
        }
    }

    @Test
    void whatANodeGivesAndGetsBackIsWhatPaperSays() {
        TrainingPlan plan = plan("ReLU");
        // unit 1: relu(x) = 1, 2, 0; unit 2: relu(x - 10) = 0 throughout
        LayerLook look = new LayerProbe(plan).look(weights(plan, 1, 1, -10));
        LayerLook.OfNode act = look.nodes().get("act");
        assertNotNull(act);
        assertEquals(2, act.activations().max());
        assertEquals(0.5, act.activations().mean(), 1e-12);
        assertEquals(0.5, act.dead(), "the second unit gives 0 for all three");
        assertTrue(Double.isNaN(act.saturated()));
        // the answer is 1, 2, 0 and the loss its mean square, so dL/dy = 2/3 y, handed to both units as it is
        Distribution back = act.gradients();
        assertNotNull(back);
        assertEquals(4.0 / 3, back.max(), 1e-12);
        assertEquals(Math.sqrt(2 * (4.0 / 9 + 16.0 / 9)), back.norm(), 1e-12);
        // dL/dw of dense1: unit 1 sum of dy x = 2/3 1 + 4/3 2; unit 2 nothing
        assertEquals(10.0 / 3 / Math.sqrt(2), look.nodes().get("dense1").weights(), 1e-12);
        assertEquals(
                List.of(Kind.DEAD),
                Finding.of(look, null).stream().map(Finding::kind).toList());
    }

    @Test
    void aBoundedFunctionFarOutIsSaturatedAndPassesNothingBack() {
        TrainingPlan plan = plan("Tanh");
        LayerLook look = new LayerProbe(plan).look(weights(plan, 10, 10, 0));
        LayerLook.OfNode act = look.nodes().get("act");
        assertNotNull(act);
        // tanh(10) = 1 - 4e-9
        assertEquals(1, act.saturated());
        assertTrue(Double.isNaN(act.dead()));
        List<Finding> findings = Finding.of(look, null);
        assertEquals(
                List.of("act SATURATED", "dense1 VANISHING"),
                findings.stream().map(f -> f.node() + " " + f.kind()).toList());
    }

    @Test
    void aHealthyNetworkHasNothingToBeSaidOf() {
        TrainingPlan plan = plan("ReLU");
        LayerLook look = new LayerProbe(plan).look(weights(plan, 1, -1, 0));
        assertEquals(0, look.nodes().get("act").dead());
        assertEquals(List.of(), Finding.of(look, null));
    }
}
