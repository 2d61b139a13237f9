package io.netwright.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.ColumnUse;
import io.netwright.data.CsvFormat;
import io.netwright.data.DataReport;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.MissingRule;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.Target;
import io.netwright.network.PropValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DataViewTest {

    private static final String PEOPLE = """
            age,city,income,class
            30,Rome,1.5,a
            ,Oslo,2.5,b
            41,Rome,,a
            29,Oslo,3.5,b
            33,Rome,1.0,a
            52,Oslo,2.0,b
            """;

    @TempDir
    static Path folder;

    private DataBench bench;

    @Start
    void start(Stage stage) {
        bench = new DataBench(folder);
        stage.setScene(bench.scene(1216, 724));
        stage.show();
    }

    @Test
    void aGeneratorIsChosenAndItsNoiseSetAndThePointsFollow(FxRobot robot) {
        assertTrue(robot.lookup("#none").query().isVisible());
        robot.clickOn("#source-spirals");
        settle();
        assertEquals(DataSpec.of(new DataSource.Generated("spirals")), spec());
        assertFalse(robot.lookup("#none").query().isVisible());
        assertEquals(
                2,
                robot.lookup("#points-legend")
                        .queryAs(FlowPane.class)
                        .getChildren()
                        .size());
        var before = bench.pixels(robot.lookup("#points-plot Canvas").queryAs(Canvas.class));
        assertTrue(before > 500, "points are drawn: " + before);

        type(robot, "#parameter-spirals-classes", "3");
        type(robot, "#parameter-spirals-noise", "0.75");
        var source = assertInstanceOf(DataSource.Generated.class, spec().source());
        assertEquals(PropValue.of(3L), source.arguments().get("classes"));
        assertEquals(PropValue.of(0.75), source.arguments().get("noise"));
        assertEquals(
                3,
                robot.lookup("#points-legend")
                        .queryAs(FlowPane.class)
                        .getChildren()
                        .size());
        assertNotEquals(before, bench.pixels(robot.lookup("#points-plot Canvas").queryAs(Canvas.class)));
    }

    @Test
    void whatIsNotAcceptedIsSaidBeneathAndThePointsStay(FxRobot robot) {
        robot.clickOn("#source-moons");
        type(robot, "#parameter-moons-points", "3");
        assertEquals("Needs a whole number from 4 to 100000.", text(robot, "#problem-parameter-moons-points"));
        assertEquals(DataSpec.of(new DataSource.Generated("moons")), spec());
        type(robot, "#parameter-moons-points", "300");
        assertFalse(robot.lookup("#problem-parameter-moons-points").query().isVisible());
        type(robot, "#parameter-moons-points", "400");
        assertTrue(((DataSource.Generated) spec().source()).arguments().isEmpty(), "a default is not written");
    }

    @Test
    void arrowKeysStepANumber(FxRobot robot) {
        robot.clickOn("#source-spirals");
        robot.clickOn("#parameter-spirals-classes")
                .push(KeyCode.UP)
                .push(KeyCode.UP)
                .push(KeyCode.DOWN);
        settle();
        assertEquals(
                PropValue.of(3L),
                ((DataSource.Generated) spec().source()).arguments().get("classes"));
    }

    @Test
    void anotherSourceAndBackLosesNothing(FxRobot robot) {
        robot.clickOn("#source-spirals");
        type(robot, "#parameter-spirals-noise", "0.5");
        DataSpec spirals = spec();
        robot.clickOn("#source-digits");
        settle();
        assertEquals(Scaling.STANDARDISE, spec().scaling());
        assertTrue(robot.lookup("#picture-grid")
                        .queryAs(TilePane.class)
                        .getChildren()
                        .size()
                >= 100);
        robot.clickOn("#source-spirals");
        settle();
        assertEquals(spirals, spec());
    }

    @Test
    void aFileWithMissingValuesIsReportedOn(FxRobot robot) throws IOException {
        open(robot, "people.csv", PEOPLE);
        assertEquals("people.csv", text(robot, "#csv-file"), "a file in the project's folder is named from there");
        assertEquals("6", text(robot, "#report-read"));
        assertEquals("4", text(robot, "#report-used"));
        assertEquals("2", text(robot, "#report-dropped"));
        assertEquals("2", text(robot, "#report-missing"));
        assertEquals("4", text(robot, "#report-features"), "age, city as two, income");
        assertEquals("One of 2 classes: a, b", text(robot, "#target-is"));
        assertEquals(
                4, robot.lookup("#sample-table").queryTableView().getItems().size());
        assertTrue(anyText(robot, "Left out: lines 3, 4"));

        robot.interact(() -> combo(robot, "#csv-missing").setValue(MissingRule.IMPUTE));
        settle();
        assertEquals("6", text(robot, "#report-used"));
        assertEquals("0", text(robot, "#report-dropped"));
    }

    @Test
    void columnsAreTakenAsAPersonSaysAndTheTargetIsChosen(FxRobot robot) throws IOException {
        open(robot, "people.csv", PEOPLE);
        robot.clickOn("#preview-columns");
        settle();
        TableView<?> columns = robot.lookup("#columns-table").queryTableView();
        assertEquals(4, columns.getItems().size());
        robot.interact(() -> combo(robot, "#use-city").setValue(ColumnUse.IGNORE));
        settle();
        assertEquals("2", text(robot, "#report-features"));
        var column = bench.shown().report().columns().get(1);
        assertEquals(DataReport.Role.IGNORED, column.role());

        ComboBox<Object> target = combo(robot, "#target-column");
        assertEquals(5, target.getItems().size(), "the last one, or any of four");
        robot.interact(() -> target.getSelectionModel().select(3));
        settle();
        assertEquals(
                "income",
                ((DataSource.Csv) spec().source()).target().columns().getFirst().toString());
        assertInstanceOf(Target.Values.class, bench.shown().raw().target());
    }

    @Test
    void aRaggedFileSaysItsLineAndTheOldPreviewStays(FxRobot robot) throws IOException {
        robot.clickOn("#source-iris");
        settle();
        open(robot, "ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        assertEquals(
                "Line 3 has 2 fields and should have 3. Correct the line, or choose another delimiter.",
                text(robot, "#data-problem"));
        assertEquals("ragged.csv · line 3", text(robot, "#data-problem-where"));
        assertEquals("Expected: 3 fields. Found: 2 fields.", text(robot, "#data-problem-expected"));
        assertEquals(
                150, robot.lookup("#sample-table").queryTableView().getItems().size());
        assertTrue(robot.lookup("#preview-stale").query().isVisible());

        robot.interact(() -> bench.words.setLocale(Locale.SIMPLIFIED_CHINESE));
        settle();
        assertTrue(text(robot, "#data-problem-where").contains("第 3 行"));

        Files.writeString(folder.resolve("ragged.csv"), "a,b,c\n1,2,3\n4,5,6\n6,7,8\n");
        robot.clickOn("#csv-again");
        settle();
        assertEquals("3", text(robot, "#report-read"));
        assertFalse(
                robot.lookup("#data-problem").query().getParent().getParent().isVisible());
        assertFalse(robot.lookup("#preview-stale").query().isVisible());
    }

    @Test
    void whatWasDetectedCanBeOverridden(FxRobot robot) throws IOException {
        open(robot, "numbers.csv", "1,2,0\n3,4,1\n5,6,0\n7,8,1\n");
        assertEquals("4", text(robot, "#report-read"));
        robot.interact(() -> combo(robot, "#csv-header").setValue(CsvFormat.Header.PRESENT));
        settle();
        assertEquals("3", text(robot, "#report-read"));
        robot.interact(() -> combo(robot, "#csv-delimiter").setValue(CsvFormat.Delimiter.SEMICOLON));
        settle();
        assertNotNull(bench.session.dataProblemProperty().get(), "one column is nothing to learn from");
        robot.interact(() -> combo(robot, "#csv-delimiter").setValue(CsvFormat.Delimiter.AUTO));
        settle();
        assertNull(bench.session.dataProblemProperty().get());
    }

    @Test
    void theDivisionAlwaysSumsToOneAndTheCountsFollow(FxRobot robot) {
        robot.clickOn("#source-iris");
        settle();
        assertEquals("105", text(robot, "#count-train"));
        type(robot, "#split-train", "80");
        assertEquals(new SplitSpec(0.8, 0.15, 0.05, 1, true), spec().split());
        assertEquals("120", text(robot, "#count-train"));
        type(robot, "#split-test", "20");
        assertEquals(new SplitSpec(0.8, 0, 0.2, 1, true), spec().split());
        assertEquals("0", field(robot, "#split-validation").getText());
        type(robot, "#split-validation", "25");
        assertEquals("Needs a number from 0 to 20.", text(robot, "#problem-split-validation"));
        assertEquals(new SplitSpec(0.8, 0.02, 0.18, 1, true), spec().split(), "as far as it was a number that fits");

        var before = bench.shown().split();
        type(robot, "#split-seed", "7");
        assertNotEquals(before, bench.shown().split());
    }

    @Test
    void fractionsOfAFileThatMakeNoSenseAreSaidAtTheDivision(FxRobot robot) {
        robot.interact(() -> bench.project
                .dataProperty()
                .set(DataSpec.of(new DataSource.Builtin("iris")).withSplit(new SplitSpec(0.7, 0.2, 0.2, 1, true))));
        settle();
        assertTrue(
                robot.lookup("#split-problem").query().getParent().getParent().isVisible());
        assertFalse(
                robot.lookup("#data-problem").query().getParent().getParent().isVisible());
        type(robot, "#split-train", "60");
        assertEquals(0.2, spec().split().test(), 1e-12);
        assertNull(bench.session.dataProblemProperty().get());
    }

    private DataSpec spec() {
        return bench.project.dataProperty().get();
    }

    private void open(FxRobot robot, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        robot.interact(() -> bench.view.openFile(file));
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static boolean anyText(FxRobot robot, String text) {
        return robot.lookup(".label").queryAll().stream()
                .anyMatch((Node n) -> n instanceof Labeled l && text.equals(l.getText()));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(ComboBox.class);
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.clickOn(query);
        robot.interact(() -> field(robot, query).selectAll());
        robot.write(text);
        settle();
    }
}
