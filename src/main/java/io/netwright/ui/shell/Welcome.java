package io.netwright.ui.shell;

import io.netwright.ui.Action;
import io.netwright.ui.ActionButtons;
import io.netwright.ui.Icons;
import io.netwright.ui.ProjectStore.Sample;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the window shows while no project is open: samples to start from, and what was open last.
final class Welcome extends ScrollPane {

    private static final double WIDTH = 880;
    private static final int COLUMNS = 3;
    private static final double CARD_HEIGHT = 104;
    private static final Map<String, Feather> ICONS = Map.of(
            "worked-example", Feather.EDIT_3,
            "simple-model", Feather.TRIANGLE,
            "iris", Feather.SUN,
            "spirals", Feather.LOADER,
            "digits-mlp", Feather.HASH,
            "digits-cnn", Feather.GRID);

    private final Words words;

    /// @param open opens the project in a folder
    Welcome(Words words, List<Sample> samples, List<Path> recent, List<Action> actions, Consumer<Path> open) {
        this.words = words;
        getStyleClass().addAll(Styles.BARE_SCROLL, Styles.CANVAS);
        setFitToWidth(true);
        setFitToHeight(true);

        Label title = words.bind(Icons.label("nw-welcome-title"), "ui.welcome.title");
        Label line = words.bind(Icons.label(Styles.MUTED), "ui.welcome.line");
        HBox buttons = new HBox(8);
        for (Action action : actions) {
            buttons.getChildren().add(ActionButtons.button(action, words));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(16, new Logo(52), new VBox(4, title, line), gap, buttons);
        head.setAlignment(Pos.CENTER_LEFT);

        VBox page = new VBox(16, head);
        page.setMaxWidth(WIDTH);
        page.setPadding(new Insets(40, 24, 40, 24));
        VBox.setMargin(head, new Insets(0, 0, 16, 0));
        if (!samples.isEmpty()) {
            page.getChildren().addAll(heading("ui.welcome.samples"), samples(samples, open));
        }
        if (!recent.isEmpty()) {
            page.getChildren().addAll(heading("ui.welcome.recent"), recent(recent, open));
        }
        VBox centred = new VBox(page);
        centred.setAlignment(Pos.CENTER);
        setContent(centred);
    }

    private Label heading(String key) {
        return words.bind(Icons.label(Styles.HEADING), key);
    }

    private GridPane samples(List<Sample> samples, Consumer<Path> open) {
        GridPane grid = new GridPane(12, 12);
        for (int c = 0; c < COLUMNS; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Label name = Icons.label(Styles.STRONG);
            name.setText(sample.id());
            Label help = Icons.label(Styles.MUTED, Styles.SMALL);
            help.setWrapText(true);
            help.setMinHeight(Region.USE_PREF_SIZE);
            words.bind(help, "ui.sample." + sample.id());
            HBox title = new HBox(9, Icons.of(ICONS.getOrDefault(sample.id(), Feather.BOX), "nw-sample-icon"), name);
            title.setAlignment(Pos.CENTER_LEFT);
            VBox text = new VBox(8, title, help);
            text.setAlignment(Pos.TOP_LEFT);
            Button card = new Button();
            card.setId("sample-" + sample.id());
            card.getStyleClass().add("nw-sample");
            card.setGraphic(text);
            card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            card.setAccessibleText(sample.id());
            card.setMaxWidth(Double.MAX_VALUE);
            card.setMinHeight(CARD_HEIGHT);
            card.setMaxHeight(CARD_HEIGHT);
            text.prefWidthProperty().bind(card.widthProperty().subtract(30));
            card.setOnAction(e -> open.accept(sample.folder()));
            grid.add(card, i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }

    private VBox recent(List<Path> recent, Consumer<Path> open) {
        VBox list = new VBox(2);
        for (Path folder : recent) {
            Label name = Icons.label(Styles.STRONG);
            Path last = folder.getFileName();
            name.setText(last == null ? folder.toString() : last.toString());
            Label place = Icons.label(Styles.FAINT, Styles.SMALL);
            place.setText(folder.toString());
            HBox row = new HBox(10, Icons.of(Feather.FOLDER), name, place);
            row.setAlignment(Pos.CENTER_LEFT);
            Button button = new Button();
            button.getStyleClass().addAll(Styles.QUIET, "nw-recent");
            button.setGraphic(row);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setAccessibleText(folder.toString());
            button.setAlignment(Pos.CENTER_LEFT);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(e -> open.accept(folder));
            list.getChildren().add(button);
        }
        return list;
    }
}
