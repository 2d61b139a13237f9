package io.netwright.app;

import io.netwright.train.Command;
import io.netwright.ui.Action;
import io.netwright.ui.FxThread;
import io.netwright.ui.LessonReader;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.data.DataView;
import io.netwright.ui.evaluate.EvaluateView;
import io.netwright.ui.export.ExportView;
import io.netwright.ui.step.SessionSteps;
import io.netwright.ui.step.StepView;
import io.netwright.ui.training.TrainingView;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/// The views that there are, in the order of the rail. The one place to touch when a view is added.
final class Views {

    private Views() {}

    static List<View> create(
            Session session,
            Training training,
            Words words,
            Executor background,
            Pane floats,
            OwnPieces own,
            LessonReader lessons,
            Consumer<Throwable> failures) {
        return List.of(
                new DesignView(
                        session,
                        training,
                        words,
                        background,
                        floats,
                        own,
                        lessons,
                        failures,
                        List.of(train(session, training), step(session))),
                new DataView(session, words, background, FxThread.EXECUTOR),
                new TrainingView(session, training, words, background, FxThread.EXECUTOR, failures),
                new StepView(
                        session,
                        words,
                        new SessionSteps(session, training::moment, training.snapshotProperty()),
                        new CanvasStrip(session, words, background),
                        background,
                        FxThread.EXECUTOR,
                        failures),
                new EvaluateView(session, training, words, background, FxThread.EXECUTOR, failures),
                new ExportView(session, training, words, background, FxThread.EXECUTOR, failures));
    }

    /// From the design straight to a run: shows the training view, and starts where the network can be trained.
    private static Action train(Session session, Training training) {
        return Action.of("design.action.train", () -> {
                    session.viewProperty().set(ViewId.TRAIN);
                    if (!training.isRunning() && !session.compilation().hasErrors()) {
                        training.send(new Command.Start());
                    }
                })
                .icon(Feather.PLAY)
                .primary();
    }

    private static Action step(Session session) {
        return Action.of("design.action.step", () -> session.viewProperty().set(ViewId.STEP))
                .icon(Feather.SKIP_BACK)
                .inBar();
    }
}
