package io.netwright.ui.inspector;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Session.Focus;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// The panel that shows what is selected: one layer, several, or the network.
public final class InspectorView extends ScrollPane {

    /// What decides which page is shown: while it stays the same, the page is refreshed, and whatever is being typed
    /// in it stays.
    private record Subject(@Nullable OpenProject project, List<String> level, List<String> names, List<String> types) {}

    private final Session session;
    private final Words words;
    private final Runnable readLesson;
    private Subject subject = new Subject(null, List.of(), List.of(), List.of());
    private Page page;

    /// @param readLesson shows the lesson of the project
    public InspectorView(Session session, Words words, Runnable readLesson) {
        this.session = session;
        this.words = words;
        this.readLesson = readLesson;
        getStyleClass().addAll(Styles.PANEL, Styles.BARE_SCROLL, "nw-inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        page = create(subject);
        setContent(page.node());
        // variables are the document's, whichever level is open
        session.designProperty().addListener((property, was, is) -> update());
        session.hereProperty().addListener((property, was, is) -> update());
        session.selectionProperty().addListener((property, was, is) -> update());
        session.compilationProperty().addListener((property, was, is) -> update());
        session.compiledHereProperty().addListener((property, was, is) -> update());
        session.projectProperty().addListener((property, was, is) -> update());
        words.messagesProperty().addListener((property, was, is) -> page.refresh());
        session.onFocus(this::focus);
        update();
    }

    private void update() {
        Subject now = subject();
        if (now.equals(subject)) {
            page.refresh();
            return;
        }
        Page before = page;
        // this runs while the editor tells of a change, which is no moment for another edit
        FxThread.later(before::flush);
        subject = now;
        page = create(now);
        setContent(page.node());
        setVvalue(0);
    }

    private Subject subject() {
        Network network = session.networkHere();
        List<Node> nodes = session.selectionProperty().get().stream()
                .flatMap(name -> network.node(name).stream())
                .toList();
        return new Subject(
                session.projectProperty().get(),
                session.levelProperty().get(),
                nodes.stream().map(Node::name).toList(),
                nodes.stream().map(Node::type).toList());
    }

    private Page create(Subject of) {
        if (of.names().isEmpty()) {
            return new NetworkPage(session, words, readLesson);
        }
        if (of.names().size() > 1) {
            return new ManyPage(session, words, of.names());
        }
        String name = of.names().getFirst();
        String type = of.types().getFirst();
        return session.registry()
                .find(type)
                .<Page>map(layer -> new NodePage(session, words, name, layer))
                .orElseGet(() -> new UnknownPage(session, words, name, type));
    }

    private void focus(Focus place) {
        // once the page has been laid out, so that it can scroll to the property
        FxThread.later(() -> page.focus(place));
    }
}
