package io.netwright.ui.shell;

import io.netwright.ui.Action;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Overlay;
import io.netwright.ui.ProjectStore.Sample;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The whole of the window: top bar, rail, the view that is shown, status line, and above them what floats.
public final class Shell extends StackPane {

    /// The smallest window in which nothing is cut off.
    public static final double MIN_WIDTH = 1000;

    public static final double MIN_HEIGHT = 640;

    private static final double ROOMY = 1500;
    private static final String TEACHING = "nw-teaching";

    /// What the shell offers besides the views.
    ///
    /// @param editing undo and redo
    /// @param project what the project's menu has; null is a separator
    /// @param window  the icons at the right of the top bar
    /// @param welcome what the welcome page offers besides samples
    /// @param problems shows the list of problems
    public record Commands(
            List<Action> editing,
            List<@Nullable Action> project,
            List<Action> window,
            List<Action> welcome,
            Action problems) {}

    /// Where the welcome page finds what to open.
    ///
    /// @param samples that come with the program
    /// @param recent  what was open last
    /// @param open    opens a folder
    public record Projects(Supplier<List<Sample>> samples, Supplier<List<Path>> recent, Consumer<Path> open) {}

    private final Session session;
    private final Words words;
    private final Map<ViewId, View> views = new LinkedHashMap<>();
    private final Commands commands;
    private final Projects projects;
    private final Overlay overlay;
    private final BorderPane frame = new BorderPane();
    private final ViewFrame content = new ViewFrame();
    private final TopBar topBar;
    private final StatusLine statusLine;
    private final Rail rail;
    private final List<Action> goTo = new ArrayList<>();
    private final Action search;
    private @Nullable View shown;
    private boolean presenting;

    /// @param views  in the order of the rail; only those that there are
    /// @param floats where views draw what is carried across the window
    public Shell(
            Session session,
            Words words,
            List<View> views,
            Commands commands,
            Projects projects,
            Overlay overlay,
            Pane floats,
            Notices notices) {
        this.session = session;
        this.words = words;
        this.commands = commands;
        this.projects = projects;
        this.overlay = overlay;
        for (View view : views) {
            this.views.put(view.id(), view);
            goTo.add(Action.of(view.id().wordKey(), () -> session.viewProperty().set(view.id()))
                    .icon(view.id().icon())
                    .shortcut(view.id().shortcut())
                    .disabledWhen(session.projectProperty().isNull()));
        }
        ActionSearch actionSearch = new ActionSearch(overlay, words, this::actions);
        search = Action.of("ui.action.search", actionSearch::open).shortcut("Shortcut+K");
        topBar = new TopBar(session, words, commands.editing(), commands.project(), commands.window(), search);
        statusLine = new StatusLine(session, words, commands.problems()::run);
        rail = new Rail(session, words, views);

        frame.getStyleClass().add(Styles.CANVAS);
        frame.setTop(topBar);
        frame.setCenter(content);
        frame.setMinSize(0, 0);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notices, new Insets(0, 16, 40, 0));
        getChildren().addAll(frame, floats, overlay, notices);
        setMinSize(MIN_WIDTH, MIN_HEIGHT);
        widthProperty().addListener((p, was, is) -> teach());
        session.viewProperty().addListener((property, was, is) -> show());
        session.projectProperty().addListener((property, was, is) -> show());
        show();
    }

    /// @return the view that is shown; null while no project is open
    public @Nullable View shown() {
        return shown;
    }

    /// Leaves out what a talk does not need, or shows it again.
    void setPresenting(boolean on) {
        presenting = on;
        edges(shown);
    }

    private void edges(@Nullable View view) {
        boolean bare = view == null || presenting;
        frame.setLeft(bare ? null : rail);
        frame.setBottom(bare ? null : statusLine);
    }

    /// In a window that is not wide, panels that a lesson needs least make room for it.
    private void teach() {
        frame.getStyleClass().remove(TEACHING);
        if (frame.getRight() != null && getWidth() < ROOMY) {
            frame.getStyleClass().add(TEACHING);
        }
    }

    /// Shows `side` at the right of the view, whichever that is; null takes it away.
    public void setSide(@Nullable Node side) {
        frame.setRight(side);
        teach();
    }

    /// @return what runs the shortcuts; for the root of the window, which gets the keys where nothing else has them
    EventHandler<KeyEvent> shortcuts() {
        return new Shortcuts(this::actions);
    }

    /// What can be done now: in the view that is shown, then everywhere.
    private List<Action> actions() {
        List<Action> all = new ArrayList<>();
        if (shown != null) {
            all.addAll(shown.actions());
            all.addAll(commands.editing());
        }
        for (Action action : commands.project()) {
            if (action != null) {
                all.add(action);
            }
        }
        all.addAll(goTo);
        all.addAll(commands.window());
        if (shown != null) {
            all.add(commands.problems());
        }
        all.add(search);
        return overlay.isOpen() ? List.of() : all;
    }

    private void show() {
        OpenProject open = session.projectProperty().get();
        View next = open == null ? null : views.get(session.viewProperty().get());
        if (next != null && next == shown) {
            return;
        }
        if (shown != null) {
            shown.onHidden();
        }
        shown = next;
        topBar.show(next);
        statusLine.show(next);
        edges(next);
        content.show(next == null ? welcome() : next.node());
        if (next != null) {
            next.onShown();
        }
    }

    private Welcome welcome() {
        return new Welcome(
                words, projects.samples().get(), projects.recent().get(), commands.welcome(), projects.open());
    }
}
