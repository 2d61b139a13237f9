package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.step.hunt.Sabotage;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A person checks the gradients, and hunts a bug that was planted.
class CheckViewTest extends StepWindowTest {

    private void open(Network network) {
        open(network, Nets.builtin("iris"), Nets.sgd(0.1).withBatchSize(8).withSeed(1), 1240, 900);
    }

    private void click(String id) {
        robot.clickOn("#" + id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aRightNetworkAgreesInEveryLayer() {
        open(Nets.classifier("Tanh", 4, 3));
        click("step-tool-check");
        click("step-check-run");
        assertTrue(text("step-check-summary").startsWith("They agree: "), text("step-check-summary"));
        assertTrue(text("step-check-detail").contains("over 55 elements"), text("step-check-detail"));
        for (String layer : List.of("dense1", "dense2", "dense3")) {
            assertTrue(text("step-check-" + layer).startsWith("agrees "), text("step-check-" + layer));
            assertEquals("nw-step-mark-agrees", f.marks.get(layer));
        }
        CurveChart chart = (CurveChart) f.scene.lookup("#step-check-chart");
        Curve error = chart.curves().getFirst();
        assertEquals(21, error.size(), "two widths a decade, from 0.1 to 1e-11");
        // the error of a central difference falls with the square of its width, until rounding makes it rise
        double wide = error.y()[20];
        double best = java.util.Arrays.stream(error.y()).min().orElseThrow();
        double narrow = error.y()[0];
        assertTrue(best < wide / 1e3 && best < narrow / 1e3, () -> wide + " " + best + " " + narrow);
    }

    @Test
    void whatWasCheckedIsForgottenWhenTheWeightsAreOthers() {
        open(Nets.classifier("Tanh", 4, 3));
        click("step-tool-check");
        click("step-check-run");
        fx(() -> {
            f.view.goToStep(3);
            return null;
        });
        assertEquals("", text("step-check-summary"));
        assertTrue(f.marks.isEmpty(), f.marks::toString);
    }

    @Test
    void aKinkIsCalledAKink() {
        // biases and weights of 0: every ReLU sits on its kink, whatever is moved
        Map<String, PropValue> zero = new LinkedHashMap<>();
        zero.put("type", PropValue.of("constant"));
        zero.put("value", PropValue.of(0.0));
        open(Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 4).with("weightInit", PropValue.fields(zero)),
                Node.of("relu1", "ReLU"),
                Nets.dense("dense2", 3),
                Node.of("loss", "CrossEntropy")));
        click("step-tool-check");
        click("step-check-run");
        assertTrue(text("step-check-summary").startsWith("They agree: "), text("step-check-summary"));
        assertEquals("only kinks: 20", text("step-check-dense1"));
        assertEquals("nw-step-mark-kinks", f.marks.get("dense1"));
        robot.clickOn("#step-check-dense1");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(text("step-check-element-name").startsWith("dense1."), text("step-check-element-name"));
        assertTrue(text("step-check-kinked").startsWith("21 of these widths"), text("step-check-kinked"));
    }

    @Test
    void aPlantedBugIsMarkedHuntedAndJudged() {
        Network network = Nets.classifier("Tanh", 4, 3);
        open(network);
        TrainingPlan plan =
                Nets.plan(network, Nets.builtin("iris"), Nets.sgd(0.1).withBatchSize(8));
        Sabotage planted = Sabotage.plant(plan, plan.initial(1), 4).orElseThrow();
        String honest = text("step-hash");
        assertFalse(f.scene.lookup("#step-hunted").isVisible());
        click("step-tool-hunt");
        TextField seed = (TextField) f.scene.lookup("#step-hunt-seed");
        fx(() -> {
            seed.setText("4");
            return null;
        });
        click("step-hunt-plant");
        assertTrue(f.scene.lookup("#step-hunted").isVisible());
        click("step-tool-check");
        click("step-check-run");
        assertTrue(text("step-check-summary").startsWith("They do not agree: "), text("step-check-summary"));
        assertTrue(f.marks.containsValue("nw-step-mark-differs"), f.marks::toString);
        click("step-tool-hunt");
        @SuppressWarnings("unchecked")
        ComboBox<String> accused = (ComboBox<String>) f.scene.lookup("#step-hunt-accused");
        String innocent = accused.getItems().stream()
                .filter(n -> planted.judge(n) != Sabotage.Verdict.GUILTY)
                .findFirst()
                .orElseThrow();
        accuse(accused, innocent);
        assertTrue(text("step-hunt-verdict").startsWith("Not " + innocent), text("step-hunt-verdict"));
        assertEquals("", text("step-hunt-found"));
        accuse(accused, planted.node());
        assertEquals("Yes, it is " + planted.node() + ".", text("step-hunt-verdict"));
        assertTrue(text("step-hunt-found").contains(planted.node()), text("step-hunt-found"));
        assertTrue(text("step-place").endsWith("in " + planted.node()), "the frame with the bug is in sight");
        click("step-hunt-end");
        assertFalse(f.scene.lookup("#step-hunted").isVisible());
        fx(() -> {
            f.view.goTo(0);
            return null;
        });
        assertEquals(honest, text("step-hash"), "everything is as it was");
        assertNull(accused.getValue());
    }

    private void accuse(ComboBox<String> accused, String whom) {
        fx(() -> {
            accused.setValue(whom);
            return null;
        });
        click("step-hunt-accuse");
    }
}
