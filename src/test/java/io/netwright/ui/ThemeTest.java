package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {

    private final Words words = new Words(Locale.ENGLISH);
    private Theme theme;
    private Scene scene;
    private Region card;
    private Region square;
    private Label muted;

    @Start
    void start(Stage stage) {
        theme = new Theme(Theme.Mode.LIGHT, words);
        card = new Region();
        card.getStyleClass().add(Styles.CARD);
        square = new Region();
        square.getStyleClass().addAll(Styles.FAMILY_SQUARE, Styles.family("convolution"));
        muted = new Label("muted");
        muted.getStyleClass().add(Styles.MUTED);
        var table = new TableView<>(FXCollections.observableArrayList("a", "b"));
        table.getColumns().setAll(List.of(new TableColumn<String, String>("column")));
        var box = new ComboBox<>(FXCollections.observableArrayList("a", "b"));
        var segments = new SegmentedButton(new ToggleButton("x"), new ToggleButton("y"));
        var root = new VBox(
                card,
                square,
                muted,
                new Button("button"),
                new TextField("text"),
                box,
                new Spinner<Integer>(0, 9, 1),
                new ToggleSwitch(),
                new RangeSlider(0, 1, 0.2, 0.8),
                segments,
                new ProgressBar(0.5),
                new SplitPane(new VBox(), new VBox()),
                table);
        scene = new Scene(root, 600, 700);
        theme.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void switchingTheThemeRecoloursWhatIsShown(FxRobot robot) {
        assertEquals(Color.web("#ffffff"), fill(card, 1));
        assertEquals(Color.web("#667085"), muted.getTextFill());
        assertEquals(Color.web("#8b5cf6"), fill(square, 0));

        robot.interact(() -> theme.modeProperty().set(Theme.Mode.DARK));
        robot.interact(() -> scene.getRoot().applyCss());

        assertEquals(Color.web("#161a21"), fill(card, 1));
        assertEquals(Color.web("#8d99a9"), muted.getTextFill());
        assertEquals(Color.web("#8b5cf6"), fill(square, 0));
    }

    @Test
    void theSheetsHaveNoErrorInEitherTheme(FxRobot robot) {
        var errors = FXCollections.<CssParser.ParseError>observableArrayList();
        ListChangeListener<CssParser.ParseError> keep = change -> {
            while (change.next()) {
                errors.addAll(change.getAddedSubList());
            }
        };
        CssParser.errorsProperty().addListener(keep);
        for (Theme.Mode mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            robot.interact(() -> theme.modeProperty().set(mode));
            robot.interact(() -> scene.getRoot().applyCss());
        }
        CssParser.errorsProperty().removeListener(keep);
        assertEquals(
                List.of(), errors.stream().map(CssParser.ParseError::getMessage).toList());
    }

    @Test
    void controlsOfControlsFxAreVisibleInBothThemes(FxRobot robot) {
        for (Theme.Mode mode : Theme.Mode.values()) {
            robot.interact(() -> theme.modeProperty().set(mode));
            robot.interact(() -> scene.getRoot().applyCss());
            var slider = robot.lookup(".range-slider").queryAs(RangeSlider.class);
            var track = (Region) slider.lookup(".track");
            assertNotEquals(
                    fill(card, 1), track.getBackground().getFills().getFirst().getFill(), mode.key());
        }
    }

    private static Object fill(Region region, int layer) {
        return region.getBackground().getFills().get(layer).getFill();
    }
}
