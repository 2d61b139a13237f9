package io.netwright.app;

import io.netwright.compile.Compiler;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.PieceFolder;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.FxThread;
import io.netwright.ui.LessonReader;
import io.netwright.ui.Notices;
import io.netwright.ui.Overlay;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.ProjectStore;
import io.netwright.ui.Questions;
import io.netwright.ui.Session;
import io.netwright.ui.Session.DataLoading;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.shell.Presenter;
import io.netwright.ui.shell.Shell;
import io.netwright.ui.step.StepView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/// Everything that one window consists of, wired together: the session, the views, the shell around them. The program,
/// its pictures and its tests all use this one.
public final class Desk {

    private final Words words;
    private final Theme theme;
    private final Session session;
    private final Projects projects;
    private final Shell shell;
    private final Training training;
    private final Notices notices;
    private final Scene scene;
    private final List<View> views;
    private final Lessons lessons;
    private final Presenter presenter;

    /// @param settings   what is remembered; recent projects are kept there
    /// @param store      where projects come from and go to
    /// @param loading    loads a project's data
    /// @param background where compiling and loading run
    /// @param width      of the scene, in pixels
    /// @param height     of the scene, in pixels
    public Desk(
            Words words,
            Theme theme,
            Settings settings,
            ProjectStore store,
            DataLoading loading,
            Executor background,
            double width,
            double height) {
        this.words = words;
        this.theme = theme;
        this.notices = new Notices(words);
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        this.session = new Session(
                LayerRegistry.STANDARD,
                (network, data) -> compiler.compile(network, data, Compiler.Mode.TRAINING),
                loading,
                background,
                FxThread.EXECUTOR,
                notices::failed);
        Overlay overlay = new Overlay();
        Questions questions = new Questions(overlay, words);
        Pane floats = new Pane();
        floats.setMouseTransparent(true);
        this.training = new Training(session, background, FxThread.EXECUTOR, notices::failed);
        this.projects = new Projects(session, training, store, settings, questions, notices, words, background);
        LessonReader reader = new LessonReader(session, words, overlay);
        OwnPieces own = new OwnPieces(
                settings.palette()
                        .map(folder -> new PieceFolder(LayerRegistry.STANDARD, folder))
                        .orElse(null),
                notices::failed);
        own.load(background, FxThread.EXECUTOR);
        this.views = Views.create(session, training, words, background, floats, own, reader, notices::failed);
        Saving saving = new Saving(session, words, notices, background);
        WorksheetSaver worksheets = new WorksheetSaver(session, training, words, saving);
        PictureSaver pictures = new PictureSaver(session, theme, words, saving);
        GlobalActions actions = new GlobalActions(
                session,
                words,
                theme,
                projects,
                pictures,
                worksheets,
                reader,
                views,
                new GlobalActions.Teaching(this::chooseLesson, this::togglePresenter));
        this.shell = new Shell(
                session,
                words,
                views,
                actions.commands(),
                new Shell.Projects(store::samples, settings::recent, projects::openAfterAsking),
                overlay,
                floats,
                notices);
        this.presenter = new Presenter(shell);
        this.scene = new Scene(presenter, width, height);
        theme.attach(scene);
        LessonDirector director = new LessonDirector(session, training, steps(), shell, this::isSettled);
        this.lessons = new Lessons(session, projects, director, shell, overlay, notices, words, background);
        new Autosave(session, store, background);
    }

    private void togglePresenter() {
        presenter.onProperty().set(!presenter.onProperty().get());
    }

    private void chooseLesson() {
        lessons.choose();
    }

    /// @return draws everything large for a talk
    Presenter presenter() {
        return presenter;
    }

    /// @return plays lessons
    Lessons lessons() {
        return lessons;
    }

    public Training training() {
        return training;
    }

    public Scene scene() {
        return scene;
    }

    public Session session() {
        return session;
    }

    public Projects projects() {
        return projects;
    }

    public Notices notices() {
        return notices;
    }

    public Words words() {
        return words;
    }

    public Theme theme() {
        return theme;
    }

    public Shell shell() {
        return shell;
    }

    /// @return what the window is called: the project and the program
    public ObservableValue<String> title() {
        return session.projectProperty()
                .map(p -> Objects.requireNonNull(p).name() + " – Netwright")
                .orElse("Netwright");
    }

    /// @return the step view, of which a picture may show any frame
    StepView steps() {
        return views.stream()
                .filter(StepView.class::isInstance)
                .map(StepView.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Goes to a view.
    ///
    /// @throws UserException where this program does not have it
    public void show(ViewId view) {
        if (views.stream().noneMatch(v -> v.id() == view)) {
            throw new UserException(Message.of("ui.view.missing", view.key()));
        }
        session.viewProperty().set(view);
    }

    /// @return whether nothing is under way that would change what the window shows
    public boolean isSettled() {
        View shown = shell.shown();
        return session.isSettled() && !projects.isOpening() && (shown == null || shown.isSettled());
    }
}
