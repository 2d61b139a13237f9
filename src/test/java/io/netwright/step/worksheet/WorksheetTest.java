package io.netwright.step.worksheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Parameters;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.project.Samples;
import io.netwright.step.PlannedSteps;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.tensor.Precision;
import io.netwright.text.Messages;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksheetTest {

    @TempDir
    Path folder;

    private StepRecording step(String sample) {
        Path home = folder.resolve(sample);
        Samples.get(sample).copyTo(new ProjectFile(LayerRegistry.STANDARD), home);
        Project project = new ProjectFile(LayerRegistry.STANDARD).load(home);
        TrainingPlan plan = TrainingPlan.of(
                project.network(), LayerRegistry.STANDARD, DataLoader.load(project.data(), home), project.training());
        Parameters start = Parameters.initial(plan.training(), Precision.FLOAT64, 3);
        return new PlannedSteps(project.network(), plan, start).record(LayerRegistry.STANDARD, 0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worked-example", "spirals", "digits-cnn"})
    void asksOfEveryPartWhatTheEngineComputed(String sample) {
        Worksheet sheet = Worksheet.of(step(sample), 10, 3);
        assertEquals(10, sheet.questions().size());
        assertEquals(
                EnumSet.allOf(Stage.class),
                sheet.questions().stream()
                        .map(q -> q.frame().stage())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class))));
        for (Question q : sheet.questions()) {
            double computed = q.frame()
                    .output()
                    .at(q.index().stream().mapToInt(Integer::intValue).toArray());
            assertEquals(computed, q.answer(), 1e-9 * Math.abs(computed), q.asked());
            assertFalse(q.given().isEmpty());
            // what the line with names calls a number is among the numbers given
            q.given().keySet().forEach(name -> assertTrue(q.names().contains(name), () -> name + " in " + q.names()));
        }
        assertEquals(
                10,
                sheet.questions().stream()
                        .map(q -> q.frame().index())
                        .distinct()
                        .count(),
                "each of another frame");
    }

    @Test
    void theSeedDecides() {
        StepRecording step = step("spirals");
        assertEquals(asked(Worksheet.of(step, 10, 5)), asked(Worksheet.of(step, 10, 5)));
        assertNotEquals(asked(Worksheet.of(step, 10, 5)), asked(Worksheet.of(step, 10, 6)));
    }

    private static List<String> asked(Worksheet sheet) {
        return sheet.questions().stream().map(Question::asked).toList();
    }

    @Test
    void thePageHasTheAnswersBehindTheQuestionsOnly() {
        Worksheet sheet = Worksheet.of(step("worked-example"), 8, 1);
        for (Locale locale : Messages.LOCALES) {
            String page = WorksheetPage.write(sheet, "A <b> & c", 1, Messages.in(locale));
            String[] halves = page.split("<div class=\"key\">");
            assertEquals(2, halves.length);
            assertEquals(8, halves[0].split("<div class=\"room\">", -1).length - 1);
            assertEquals(8, halves[0].split("<math>", -1).length - 1);
            assertTrue(page.contains("A &lt;b&gt; &amp; c"));
            assertFalse(page.contains("http"), "it fetches nothing");
            for (Question q : sheet.questions()) {
                assertTrue(halves[1].contains("= " + Question.number(q.answer()) + "</p>"), q.asked());
                assertFalse(halves[0].contains("= " + Question.number(q.answer()) + "</p>"), q.asked());
            }
        }
    }
}
