package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.step.Frame;
import io.netwright.train.Nets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A person predicts a number of the worked example, is told what went wrong, and sees it once it is right.
class ExercisePaneTest extends StepWindowTest {

    private void open() {
        open(Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01), 990, 900);
    }

    private void goTo(String name) {
        int frame = f.view.recording().frames().stream()
                .filter(x -> x.name().equals(name))
                .mapToInt(Frame::index)
                .findFirst()
                .orElseThrow();
        fx(() -> {
            f.view.goTo(frame);
            return null;
        });
    }

    private boolean sees(String id) {
        Node node = fx(() -> f.scene.lookup("#" + id));
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private boolean seesResult() {
        return fx(
                () -> f.scene.lookup("#step-result .nw-matrix-grid").getParent().isVisible());
    }

    private void answer(String text) {
        robot.clickOn("#step-exercise-field");
        fx(() -> {
            ((TextInputControl) f.scene.lookup("#step-exercise-field")).setText(text);
            return null;
        });
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String verdict() {
        return fx(() -> ((Label) f.scene.lookup("#step-exercise-verdict")).getText());
    }

    @Test
    void predictsAndThenSees() {
        open();
        goTo("dW_{2}");
        assertTrue(seesResult());
        assertFalse(sees("step-exercise"));
        robot.clickOn("#step-action-exercise");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(sees("step-exercise"));
        assertFalse(seesResult(), "the result is hidden");
        assertFalse(sees("step-explanation"), "and what would give it away");
        assertEquals("not computed", fx(() -> ((Label) f.scene.lookup("#step-parameter-gradient")).getText()));

        // dW2[0,0] = 0.7 · 1.1235, see the worked example
        answer("-0.78645");
        assertTrue(verdict().startsWith("The sign"), verdict());
        assertFalse(seesResult());
        answer("much");
        assertTrue(verdict().startsWith("Type a number"), verdict());
        answer("0,786");
        assertTrue(verdict().startsWith("Right"), verdict());
        assertTrue(seesResult());
        assertTrue(sees("step-explanation"));
        assertEquals(1, fx(() -> f.view.answeredProperty().get()));

        goTo("dW_{1}");
        assertFalse(seesResult(), "the next frame asks anew");
        robot.clickOn("#step-exercise-reveal");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(seesResult());
        assertTrue(verdict().startsWith("It is 1.01115"), verdict());
        assertEquals(1, fx(() -> f.view.answeredProperty().get()), "giving up is no answer");
    }
}
