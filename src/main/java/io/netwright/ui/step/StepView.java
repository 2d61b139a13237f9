package io.netwright.ui.step;

import io.netwright.step.StepRecording;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.ui.Action;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The step view: one training step, recorded and then walked through, forwards and backwards.
///
/// It records when it comes into sight and something has changed since: the network, its data, or the weights. While it
/// is looked at, training going on elsewhere does not pull the step away from under the person; "record again" does.
public final class StepView implements View {

    private final Session session;
    private final Words words;
    private final StepViewModel model;
    private final Exercises exercises;
    /// The open project's lesson in the current language. Kept here, because nothing else holds on to a binding.
    private final StringBinding lesson;

    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final VBox nothing = new VBox();
    private final ProgressIndicator working = new ProgressIndicator();
    private final HBox status = new HBox();
    private final GranularityMenu granularities;
    private final List<Action> actions;
    private final EventHandler<KeyEvent> arrows = this::arrow;
    private boolean stale = true;
    private boolean trainedOn;
    private boolean shown;

    /// @param source     where the step comes from
    /// @param strip      the network above the frames
    /// @param background where steps are recorded
    /// @param ui         the way back to the JavaFX thread
    /// @param failures   hears of defects in the background, on the JavaFX thread
    public StepView(
            Session session,
            Words words,
            StepSource source,
            NetworkStrip strip,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.session = session;
        this.words = words;
        this.model = new StepViewModel(source, session.registry(), background, ui, failures);
        this.exercises = new Exercises(model);
        this.lesson = words.compute(this::lessonNow, session.projectProperty());
        this.granularities = new GranularityMenu(model, words);
        this.actions = makeActions();
        build(strip);
        List.of(session.compilationProperty(), session.projectProperty(), session.dataProperty())
                .forEach(p -> p.addListener((observed, was, is) -> invalidate()));
        source.progress().addListener((p, was, is) -> trainedOn = true);
        List.of(session.compilingProperty(), session.loadingDataProperty())
                .forEach(p -> p.addListener((observed, was, is) -> recordWhereDue()));
        session.selectionProperty().addListener((p, was, is) -> {
            if (shown && is.size() == 1) {
                model.goToNode(is.iterator().next());
                // so that the same node can be clicked again later
                session.editor().select(Set.of());
            }
        });
    }

    private void build(NetworkStrip strip) {
        root.setId("step-view");
        // so that the arrow keys are not those of a text field when the view comes into sight
        root.setFocusTraversable(true);
        root.getStyleClass().add("nw-step");
        SidePanel side = new SidePanel(model, exercises, words, lesson);
        StepTools right = new StepTools(words)
                .with("step", scroll(side))
                .with("check", scroll(new CheckPanel(model, words, strip)))
                .with("hunt", scroll(new HuntPanel(model, words)))
                .with("fork", scroll(new ForkPanel(model, words)));
        FrameView frame = new FrameView(model, exercises, words);
        ScrollPane middle = scroll(frame);
        middle.viewportBoundsProperty().addListener((p, was, is) -> {
            if (is.getHeight() != was.getHeight()) {
                frame.setVisibleHeight(is.getHeight());
            }
        });
        middle.getStyleClass().add(Styles.CANVAS);
        BorderPane main = new BorderPane(middle);
        main.setTop(new StepHead(model, words, strip));
        content.setCenter(main);
        content.setRight(right);
        nothing.getStyleClass().add(Styles.EMPTY_STATE);
        Label title = words.bind(Icons.label(Styles.TITLE), "step.nothing");
        Label why = Icons.label(Styles.MUTED);
        why.setId("step-problem");
        why.setMaxWidth(520);
        why.textProperty().bind(words.text(model.problemProperty()));
        nothing.getChildren().addAll(Icons.of(Feather.SKIP_BACK), title, why);
        working.setMaxSize(36, 36);
        working.setId("step-working");
        root.getChildren().addAll(content, nothing, working);
        content.visibleProperty().bind(model.recordingProperty().isNotNull());
        nothing.visibleProperty()
                .bind(model.problemProperty()
                        .isNotNull()
                        .and(model.busyProperty().not()));
        working.visibleProperty()
                .bind(model.busyProperty().and(model.recordingProperty().isNull()));
        model.positionProperty().addListener((p, was, is) -> {
            if (was.frame() != is.frame()) {
                middle.setVvalue(0);
            }
            showStatus();
        });
        status.setAlignment(Pos.CENTER_LEFT);
        status.getStyleClass().add("nw-step-status");
    }

    private String lessonNow() {
        OpenProject project = session.projectProperty().get();
        return project == null ? "" : project.lesson(words.locale());
    }

    private static ScrollPane scroll(Region inside) {
        ScrollPane pane = new ScrollPane(inside);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add(Styles.BARE_SCROLL);
        pane.setFocusTraversable(false);
        return pane;
    }

    private List<Action> makeActions() {
        ObservableBooleanValue none = model.recordingProperty().isNull();
        ObservableBooleanValue atStart =
                Bindings.createBooleanBinding(() -> model.position().frame() <= 0, model.positionProperty());
        ObservableBooleanValue atEnd = Bindings.createBooleanBinding(this::isAtEnd, model.positionProperty());
        Observable[] place = {
            model.positionProperty(),
            model.granularityProperty(),
            model.run().timelineProperty(),
            model.run().knownProperty()
        };
        ObservableBooleanValue noBack =
                Bindings.createBooleanBinding(() -> !model.moves().canGoBack(), place);
        ObservableBooleanValue noNext =
                Bindings.createBooleanBinding(() -> !model.moves().canGoOn(), place);
        return List.of(
                Action.of("step.action.first", model::first)
                        .icon(Feather.CHEVRONS_LEFT)
                        .shortcut("Home")
                        .disabledWhen(atStart)
                        .iconInBar(),
                Action.of("step.action.back", () -> model.moves().goBack())
                        .icon(Feather.CHEVRON_LEFT)
                        .shortcut("Left")
                        .disabledWhen(noBack)
                        .inBar(),
                Action.of("step.action.next", () -> model.moves().goOn())
                        .icon(Feather.CHEVRON_RIGHT)
                        .shortcut("Right")
                        .disabledWhen(noNext)
                        .primary(),
                Action.of("step.action.last", model::last)
                        .icon(Feather.CHEVRONS_RIGHT)
                        .shortcut("End")
                        .disabledWhen(atEnd)
                        .iconInBar(),
                Action.of("step.action.by", this::chooseGranularity)
                        .label(model.granularityProperty()
                                .map(g -> Message.of(
                                        "step.by." + Objects.requireNonNull(g).key())))
                        .icon(Feather.LAYERS)
                        .shortcut("L")
                        .disabledWhen(none)
                        .inBar(),
                Action.of(
                                "step.action.exercise",
                                () -> setExercise(!exercises.onProperty().get()))
                        .icon(Feather.EDIT_3)
                        .shortcut("E")
                        .disabledWhen(none)
                        .iconInBar(),
                Action.of("step.action.again", this::record)
                        .icon(Feather.REFRESH_CW)
                        .disabledWhen(model.busyProperty())
                        .iconInBar());
    }

    private boolean isAtEnd() {
        StepRecording r = model.recording();
        return r == null || model.position().frame() >= r.size() - 1;
    }

    /// Opens the choices below the button; where that is not in sight, in the view.
    private void chooseGranularity() {
        Scene scene = root.getScene();
        Node button = scene == null ? null : scene.lookup("#" + Ids.of("step.action.by"));
        granularities.toggle(button == null ? root : button);
    }

    private void showStatus() {
        StepRecording recording = model.recording();
        status.getChildren().clear();
        if (recording == null || model.position().frame() < 0) {
            return;
        }
        Label stepping = words.bind(Icons.label(Styles.GRADIENT, Styles.SMALL), "step.status.stepping");
        Region dot = new Region();
        dot.getStyleClass().add("nw-step-dot");
        stepping.setGraphic(dot);
        Label batch = words.bind(Icons.label(Styles.SMALL), "step.status.batch", model.batch() + 1, model.batches());
        Label weights = words.bind(
                Icons.label(Styles.SMALL),
                switch (Objects.requireNonNull(model.from())) {
                    case INITIAL -> "step.status.initial";
                    case TRAINING -> "step.status.trained";
                    case RUN -> "step.status.run";
                },
                model.step());
        weights.setId("step-weights");
        Label precision = Icons.label(Styles.SMALL);
        precision.setText(Precision.FLOAT64.text());
        Label hash = words.bind(
                Icons.label(Styles.SMALL),
                "step.status.state",
                shortHash(recording.stateAt(model.position().frame()).hash()));
        hash.setId("step-hash");
        Label keys = words.bind(Icons.label(Styles.FAINT, Styles.SMALL), "step.status.keys");
        status.getChildren().addAll(stepping, batch, weights, precision, hash, keys);
    }

    private static String shortHash(long hash) {
        String hex = String.format(Locale.ROOT, "%016x", hash);
        return hex.substring(0, 4) + "·" + hex.substring(4, 6);
    }

    private void recordWhereDue() {
        if (shown && stale && session.isSettled()) {
            record();
        }
    }

    private void record() {
        stale = false;
        trainedOn = false;
        model.load();
    }

    /// What was recorded is of the past: it is recorded anew when the view comes into sight, or at once where it is.
    private void invalidate() {
        stale = true;
        recordWhereDue();
    }

    @Override
    public ViewId id() {
        return ViewId.STEP;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public @Nullable Node status() {
        return status;
    }

    @Override
    public void onShown() {
        shown = true;
        Scene scene = root.getScene();
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, arrows);
        }
        root.requestFocus();
        stale |= trainedOn;
        recordWhereDue();
    }

    @Override
    public void onHidden() {
        shown = false;
        Scene scene = root.getScene();
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, arrows);
        }
    }

    /// Arrows move through the frames whatever has the focus: a button that was clicked would take them to move the
    /// focus on. Only what can be typed in keeps them, and a tree, which they open and close.
    private void arrow(KeyEvent e) {
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
        boolean moves =
                List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END).contains(e.getCode());
        if (!plain || !moves || e.getTarget() instanceof TextInputControl || e.getTarget() instanceof TreeView<?>) {
            return;
        }
        actions.stream()
                .filter(a -> a.shortcut().filter(k -> k.match(e)).isPresent())
                .findFirst()
                .ifPresent(a -> {
                    a.run();
                    e.consume();
                });
    }

    @Override
    public boolean isSettled() {
        return !model.busyProperty().get()
                && !model.run().busyProperty().get()
                && !model.check().busyProperty().get()
                && !model.fork().busyProperty().get()
                && !(shown && stale);
    }

    /// Goes to a frame, the nearest where there is no such, for pictures and lessons.
    ///
    /// @param frame from 0
    public void goTo(int frame) {
        model.goTo(frame);
    }

    /// Goes to a step of the run, the nearest where there is no such, for pictures and lessons. It may have to be
    /// trained first; until it is there, the view is not settled.
    ///
    /// @param step from 0
    public void goToStep(int step) {
        model.goToStep(step);
    }

    /// @return where [#goTo] went last; -1 where nothing is recorded
    public ObservableValue<Integer> frameProperty() {
        return model.positionProperty().map(Position::frame);
    }

    /// Asks about an element of the shown frame's output.
    public void ask(List<Integer> element) {
        model.ask(element);
    }

    /// Records the step anew from the weights as they are now, where the view is in sight.
    public void recordAgain() {
        if (shown) {
            record();
        }
    }

    /// Hides what each frame computes until one of its numbers has been answered, or shows everything.
    public void setExercise(boolean on) {
        exercises.onProperty().set(on);
    }

    /// Answers the exercise of the shown frame rightly, as a person would who knows.
    public void answerExercise() {
        exercises.current().ifPresent(e -> exercises.answer(e.answer()));
    }

    /// @return how many exercises were answered rightly
    public ReadOnlyIntegerProperty answeredProperty() {
        return exercises.answeredProperty();
    }

    /// @return what is stepped through; null where nothing is, or not yet
    public @Nullable StepRecording recording() {
        return model.recording();
    }
}
