package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import io.netwright.edit.Blocks;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class InspectorTest extends DeskTest {

    @Start
    void start(Stage window) {
        open(window);
    }

    @Test
    void whatIsTypedGoesIntoTheDocumentAndTheCostsFollow(FxRobot robot) {
        select(robot, "dense1");
        assertEquals("12", text(robot, "#cost-parameters"));
        type(robot, "#property-units", "64");
        assertEquals(PropValue.of(64L), prop("units"));
        assertEquals("256", text(robot, "#cost-parameters"));
        robot.interact(() -> desk.session().editor().undo());
        assertEquals(PropValue.of(3L), prop("units"), "typing is one entry of the history");
        assertEquals("3", field(robot, "#property-units").getText());
    }

    @Test
    void withNothingSelectedTheSumsAreThoseOfTheNetworkAsItIsNow(FxRobot robot) {
        select(robot);
        // three inputs and a bias for each of three units; without the bias nine
        assertTrue(robot.lookup(".nw-inspector .label").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals("12")));
        robot.interact(() -> desk.session().editor().apply(Edits.setProperty("dense1", "bias", PropValue.of(false))));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".nw-inspector .label").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals("9")));
    }

    @Test
    void whatIsNotAcceptedIsSaidInPlaceAndNotLost(FxRobot robot) {
        select(robot, "dense1");
        type(robot, "#property-units", "lots");
        assertEquals(
                "\"lots\" is no number, and there are no variables yet for a formula. Make some where nothing is selected.",
                text(robot, "#problem-units"));
        assertTrue(robot.lookup("#problem-units").query().isVisible());
        assertEquals(PropValue.of(3L), prop("units"), "the network keeps working while one types");

        robot.push(KeyCode.ENTER);
        assertEquals(PropValue.of("lots"), prop("units"));
        assertEquals("1 problem", text(robot, "#status-problems"));

        select(robot, "input1");
        select(robot, "dense1");
        assertEquals("lots", field(robot, "#property-units").getText());
        assertTrue(robot.lookup("#problem-units").query().isVisible());

        type(robot, "#property-units", "5");
        assertFalse(robot.lookup("#problem-units").query().isVisible());
        assertEquals("No problems", text(robot, "#status-problems"));
    }

    @Test
    void aFormulaFollowsItsVariable(FxRobot robot) {
        robot.interact(() -> desk.session().editor().select(List.of()));
        type(robot, "#variable-name", "width");
        type(robot, "#variable-number", "16");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("16", field(robot, "#variable-width").getText());
        select(robot, "dense1");
        type(robot, "#property-units", "4*width");
        assertEquals(new PropValue.Formula("4*width", PropValue.of(64)), prop("units"));
        assertEquals("= 64", text(robot, "#value-units"));
        assertEquals("256", text(robot, "#cost-parameters"));
        type(robot, "#property-units", "4*widht");
        assertTrue(text(robot, "#problem-units").startsWith("There is no variable \"widht\"."));
        type(robot, "#property-units", "4*width");

        robot.interact(() -> desk.session().editor().select(List.of()));
        type(robot, "#variable-width", "8");
        assertEquals(
                8, desk.session().designProperty().get().variables().values().get("width"));
        assertEquals(new PropValue.Formula("4*width", PropValue.of(32)), prop("units"));
        select(robot, "dense1");
        assertEquals("4*width", field(robot, "#property-units").getText());
        assertEquals("= 32", text(robot, "#value-units"));
        assertEquals("128", text(robot, "#cost-parameters"));

        robot.interact(() -> desk.session().editor().select(List.of()));
        robot.interact(
                () -> robot.lookup("#variable-remove-width").queryButton().fire());
        assertEquals(PropValue.of(32), prop("units"), "what it came to");
    }

    @Test
    void whatIsTypedSurvivesSelectingAnotherNode(FxRobot robot) {
        select(robot, "dense1");
        type(robot, "#property-units", "0");
        select(robot, "input1");
        assertEquals(PropValue.of(0L), prop("units"));
    }

    @Test
    void aDefaultIsNotWrittenAndCanBeComeBackTo(FxRobot robot) {
        select(robot, "dense1");
        type(robot, "#property-units", "32");
        assertNull(prop("units"), "32 is the default");
        assertFalse(robot.lookup("#reset-units").query().isVisible());
        type(robot, "#property-units", "8");
        robot.clickOn("#reset-units");
        assertNull(prop("units"));
        assertEquals("32", field(robot, "#property-units").getText());
    }

    @Test
    void arrowKeysStep(FxRobot robot) {
        select(robot, "dense1");
        robot.clickOn("#property-units").push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.DOWN);
        assertEquals(PropValue.of(4L), prop("units"));
    }

    @Test
    void switchesAndChoicesWrite(FxRobot robot) {
        select(robot, "dense1");
        ToggleSwitch bias = robot.lookup("#property-bias").queryAs(ToggleSwitch.class);
        robot.interact(() -> bias.setSelected(false));
        assertEquals(PropValue.of(false), prop("bias"));
        assertEquals("9", text(robot, "#cost-parameters"));
    }

    @Test
    void explicitValuesAreAGridOfTheParametersSize(FxRobot robot) {
        select(robot, "dense1");
        ComboBox<String> init = robot.lookup("#property-weightInit").<String>queryComboBox();
        robot.interact(() -> init.setValue("explicit"));
        WaitForAsyncUtils.waitForFxEvents();
        type(robot, "#matrix-1-2", "0.5");
        PropValue.Fields fields = (PropValue.Fields) prop("weightInit");
        assertEquals(
                new PropValue.ListOf(
                        List.of(PropValue.reals(0, 0, 0), PropValue.reals(0, 0, 0.5), PropValue.reals(0, 0, 0))),
                fields.fields().get("values"));
        assertEquals("No problems", text(robot, "#status-problems"));

        type(robot, "#property-units", "2");
        assertEquals("1 problem", text(robot, "#status-problems"));
        robot.clickOn("#matrix-fit");
        assertEquals("No problems", text(robot, "#status-problems"));
    }

    @Test
    void aNameMustBeFree(FxRobot robot) {
        select(robot, "dense1");
        type(robot, "#node-name", "mse1");
        assertTrue(robot.lookup("#problem-name").query().isVisible());
        robot.push(KeyCode.ENTER);
        assertTrue(network().node("dense1").isPresent());

        type(robot, "#node-name", "hidden");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().node("hidden").isPresent());
        assertEquals("hidden", field(robot, "#node-name").getText(), "the renamed node stays selected");
    }

    @Test
    void severalNodesAreDeletedTogether(FxRobot robot) {
        select(robot, "dense1", "mse1");
        robot.clickOn("#design-inspector-delete");
        assertEquals(List.of("input1"), List.copyOf(network().nodes().keySet()));
    }

    @Test
    void severalNodesAreEditedAtOnceAsOneEntry(FxRobot robot) {
        robot.interact(() -> {
            desk.session().editor().apply(Edits.addNode("Dense", "dense", null));
            desk.session().editor().apply(Edits.setProperty("dense2", "units", PropValue.of(7L)));
            desk.session().editor().seal();
        });
        select(robot, "dense1", "dense2");
        assertEquals("3", field(robot, "#property-units").getText());
        assertTrue(robot.lookup("#differs-units").query().isVisible());
        type(robot, "#property-units", "64");
        assertEquals(PropValue.of(64L), network().nodes().get("dense1").props().get("units"));
        assertEquals(PropValue.of(64L), network().nodes().get("dense2").props().get("units"));
        assertFalse(robot.lookup("#differs-units").query().isVisible());
        robot.interact(() -> desk.session().editor().undo());
        assertEquals(PropValue.of(3L), network().nodes().get("dense1").props().get("units"));
        assertEquals(PropValue.of(7L), network().nodes().get("dense2").props().get("units"));
    }

    @Test
    void aBlockShowsWhatIsInsideAndIsRepeatedThere(FxRobot robot) {
        robot.interact(() -> desk.session().editor().apply(Blocks.group(List.of("dense1"), "block", List.of())));
        select(robot, "block1");
        assertTrue(robot.lookup("#inside").query().isVisible());
        assertTrue(
                robot.from(robot.lookup("#inside")).lookup("dense1").tryQuery().isPresent());
        type(robot, "#property-repeat", "4");
        assertEquals(4, network().nodes().get("block1").copies());
        // a Dense layer of three units on three features: 12 numbers a copy
        assertEquals("48", text(robot, "#cost-parameters"));
    }

    @Test
    void everyPropertyOfEveryLayerHasItsEditor(FxRobot robot) {
        for (var layer : LayerRegistry.STANDARD.all()) {
            robot.interact(() -> {
                desk.session()
                        .editor()
                        .apply(io.netwright.edit.Edits.addNode(layer.info().type(), "probe", null));
            });
            WaitForAsyncUtils.waitForFxEvents();
            for (Prop<?> prop : layer.info().props()) {
                assertTrue(
                        robot.lookup("#property-" + prop.key()).tryQuery().isPresent(),
                        layer.info().type() + "." + prop.key());
            }
            robot.interact(() -> desk.session().editor().undo());
        }
    }

    private PropValue prop(String key) {
        return network().node("dense1").map(Node::props).orElseThrow().get(key);
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.clickOn(query);
        robot.interact(() -> field(robot, query).selectAll());
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
