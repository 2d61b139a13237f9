package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.train.TrainingSpec;
import io.netwright.train.schedule.ScheduleSpec;
import io.netwright.ui.ViewId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The schedule in the settings of the Train view.
class ScheduleTest extends DeskTest {

    @Start
    void start(Stage window) {
        open(window);
    }

    private TrainingSpec spec() {
        return desk.session().projectProperty().get().trainingProperty().get();
    }

    private static void choose(FxRobot robot, int part, String type) {
        ComboBox<String> types = robot.lookup("#schedule-type-" + part).queryComboBox();
        robot.interact(() -> types.setValue(type));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// @return the heights of the curve, from left to right, downwards
    private static List<Double> heights(FxRobot robot) {
        Region curve = robot.lookup("#schedule-curve").queryAs(Region.class);
        robot.interact(curve::layout);
        Polyline line = (Polyline) curve.lookup(".nw-schedule-line");
        return java.util.stream.IntStream.range(0, line.getPoints().size() / 2)
                .mapToObj(i -> line.getPoints().get(2 * i + 1))
                .toList();
    }

    @Test
    void partsFollowOneAnotherAndTheCurveShowsThem(FxRobot robot) {
        robot.interact(() -> desk.show(ViewId.TRAIN));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, heights(robot).stream().distinct().count(), "a constant is a flat line");

        choose(robot, 0, "Step");
        assertEquals("Step", spec().schedule().parts().getFirst().type());
        List<Double> steps = heights(robot);
        assertEquals(20, steps.size());
        // every ten of twenty epochs
        assertEquals(steps.get(0), steps.get(9));
        assertTrue(steps.get(10) > steps.get(9), "lower rates are drawn lower");

        fire(robot, "#schedule-then");
        choose(robot, 1, "CosineAnnealing");
        List<ScheduleSpec> parts = spec().schedule().parts();
        assertEquals(
                List.of("Step", "CosineAnnealing"),
                parts.stream().map(ScheduleSpec::type).toList());
        assertEquals(2, parts.getFirst().get(ScheduleSpec.LENGTH), "a tenth of the run");
        assertEquals(0, parts.getLast().get(ScheduleSpec.LENGTH), "the rest");
        List<Double> both = heights(robot);
        assertEquals(both.get(0), both.get(2), "the cosine begins at the top");
        assertTrue(both.getLast() > both.get(2));

        fire(robot, "#schedule-remove-0");
        assertEquals(
                List.of("CosineAnnealing"),
                spec().schedule().parts().stream().map(ScheduleSpec::type).toList());
        assertTrue(robot.lookup("#schedule-remove-0").tryQuery().isEmpty(), "the last one stays");
    }
}
