package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.RunQueue;
import io.netwright.ui.RunQueue.Waiting;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The runs that are to come, each by what makes it another one than the rest and than what is set now. Hidden where
/// none waits.
final class QueuePane extends VBox {

    private static final double ROW = 28;
    /// More rows than these are scrolled to: the curves need the room.
    private static final int MOST_ROWS = 3;

    private final Session session;
    private final RunQueue queue;
    private final Words words;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    QueuePane(Session session, Training training, Words words) {
        super(4);
        this.session = session;
        this.queue = training.queue();
        this.words = words;
        setId("queue");
        getStyleClass().addAll(Styles.CARD, "nw-stops");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        getChildren().addAll(head(training), scroll);
        setMinHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(Bindings.isNotEmpty(queue.waiting()));
        managedProperty().bind(visibleProperty());
        InvalidationListener changed = o -> show();
        queue.waiting().addListener(changed);
        words.messagesProperty().addListener(changed);
        session.designProperty().addListener(changed);
        session.projectProperty().subscribe(open -> {
            if (open != null) {
                open.trainingProperty().addListener(changed);
            }
        });
        show();
    }

    private Node head(Training training) {
        Label title = words.bind(Icons.label(Styles.STRONG), "panels.train.queue");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button begin = words.bind(new Button(), "panels.train.queue.begin");
        begin.setId("queue-begin");
        begin.setGraphic(Icons.of(Feather.PLAY));
        begin.setTooltip(words.tooltip("panels.train.queue.begin.help"));
        begin.setOnAction(e -> training.beginNext());
        begin.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        training::isBusy, training.snapshotProperty(), training.preparingProperty()));
        HBox head = new HBox(8, title, begin);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show() {
        List<Waiting> waiting = queue.waiting();
        List<String> names = names(waiting);
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            shown.add(row(waiting.get(i), i, waiting.size(), names.get(i)));
        }
        rows.getChildren().setAll(shown);
        scroll.setPrefHeight(ROW * Math.min(MOST_ROWS, waiting.size()));
    }

    private List<String> names(List<Waiting> waiting) {
        List<String> settings = SettingsDifference.among(
                Stream.concat(waiting.stream().map(Waiting::spec), Stream.of(session.training()))
                        .toList(),
                words);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            String network = SettingsDifference.network(waiting.get(i).network(), session.network(), words);
            String name = SettingsDifference.joined(settings.get(i), network);
            names.add(name.isEmpty() ? words.now("panels.train.queue.asNow") : name);
        }
        return names;
    }

    private Node row(Waiting run, int at, int of, String name) {
        Label number = Icons.label(Styles.MUTED);
        number.setText(at + 1 + ".");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Icons.label();
        text.setId("queue-name-" + at);
        text.setText(name);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button up = button(Feather.ARROW_UP, "up", at, () -> queue.moveUp(run));
        up.setDisable(at == 0);
        Button down = button(Feather.ARROW_DOWN, "down", at, () -> queue.moveDown(run));
        down.setDisable(at + 1 == of);
        HBox row = new HBox(4, number, text, up, down, button(Feather.X, "remove", at, () -> queue.remove(run)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        row.setMaxHeight(ROW);
        return row;
    }

    private Button button(Ikon icon, String what, int at, Runnable task) {
        Button button = new Button();
        button.setId("queue-" + what + "-" + at);
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        button.setTooltip(words.tooltip("panels.train.queue." + what));
        button.setAccessibleText(words.now("panels.train.queue." + what));
        button.setOnAction(e -> task.run());
        return button;
    }
}
