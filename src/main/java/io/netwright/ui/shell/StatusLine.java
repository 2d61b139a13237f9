package io.netwright.ui.shell;

import io.netwright.compile.Compilation;
import io.netwright.compile.Diagnostic;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.Figures;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.View;
import io.netwright.ui.Words;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What is true now: problems, size and cost of the network, whether it is saved. A view may put its own news first.
final class StatusLine extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final HBox news = new HBox();

    /// @param showProblems what a click on the number of problems does
    StatusLine(Session session, Words words, Runnable showProblems) {
        getStyleClass().add("nw-status-line");
        setAlignment(Pos.CENTER_LEFT);
        news.setAlignment(Pos.CENTER_LEFT);

        ObservableValue<Compilation> compiled = session.compilationProperty();
        Label nodes =
                fact(words, "nodes", "ui.status.nodes", session.designProperty().map(d -> d.network()
                        .nodes()
                        .size()));
        Label parameters = fact(words, "parameters", "ui.status.parameters", compiled.map(Compilation::parameters));
        Label flops = fact(words, "flops", "ui.status.flops", compiled.map(c -> Figures.scaled(c.flops(), "FLOP")));
        ObservableValue<TrainingSpec> training = session.projectProperty()
                .flatMap(open -> Objects.requireNonNull(open).trainingProperty())
                .orElse(TrainingSpec.DEFAULT);
        Label running = new Label();
        running.setId("status-running");
        words.bind(
                running,
                "ui.status.running",
                training.map(t -> t.precision().text()),
                training.map(TrainingSpec::threads));
        Label saved = new Label();
        saved.setId("status-saved");
        saved.textProperty()
                .bind(words.compute(
                        () -> words.now(session.dirtyProperty().get() ? "ui.status.unsaved" : "ui.status.saved"),
                        session.dirtyProperty()));
        Line line = new Line(
                List.of(news, problems(session, words, showProblems), nodes, parameters, flops, running),
                saved,
                List.of(running, nodes, flops, parameters));
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().add(line);
    }

    private static Label fact(Words words, String id, String key, ObservableValue<?> value) {
        Label label = new Label();
        label.setId("status-" + id);
        return words.bind(label, key, value);
    }

    private static Node problems(Session session, Words words, Runnable showProblems) {
        Button button = new Button();
        button.setId("status-problems");
        button.getStyleClass().addAll(Styles.QUIET, "nw-status-problems");
        Region dot = new Region();
        dot.getStyleClass().add("nw-status-dot");
        button.setGraphic(dot);
        words.bind(button, "ui.status.problems", session.compilationProperty().map(c -> c.diagnostics()
                .size()));
        button.setOnAction(e -> showProblems.run());
        session.compilationProperty().subscribe(c -> {
            boolean wrong = c.diagnostics().stream().anyMatch(Diagnostic::isError);
            button.pseudoClassStateChanged(WRONG, wrong);
            button.pseudoClassStateChanged(DOUBTFUL, !wrong && !c.diagnostics().isEmpty());
        });
        return button;
    }

    /// Puts the news of `view` first; takes them away where it has none or is null.
    void show(@Nullable View view) {
        Node status = view == null ? null : view.status();
        if (status == null) {
            news.getChildren().clear();
        } else {
            news.getChildren().setAll(status);
        }
        news.setManaged(status != null);
    }
}
