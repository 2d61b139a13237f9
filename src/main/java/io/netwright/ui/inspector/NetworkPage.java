package io.netwright.ui.inspector;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.network.Node;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.MarkdownView;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Nothing is selected: the network as a whole, where its parameters are, the project's lesson, and what can be done.
final class NetworkPage implements Page {

    private static final int LARGEST = 6;
    private static final List<String> TIPS = List.of("add", "wire", "insert", "select", "search");

    private final Session session;
    private final Words words;
    private final VBox root = new VBox();
    private final VBox facts = new VBox(6);
    private final VBox largest = new VBox(8);
    private final VBox largestSection;
    private final MarkdownView lesson = new MarkdownView("");
    private final VBox lessonSection;
    private String lessonText = "";
    private final VariablesSection variables;

    NetworkPage(Session session, Words words, Runnable readLesson) {
        this.session = session;
        this.words = words;
        this.variables = new VariablesSection(session, words);
        root.getStyleClass().add("nw-inspector-page");
        Label title = words.bind(Icons.label(Styles.TITLE), "design.inspector.network");
        Label help = words.bind(Icons.label(Styles.MUTED), "design.inspector.networkHelp");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("nw-costs");
        largestSection = NodePage.section(words, "design.inspector.largest", largest);

        root.getChildren().addAll(title, help);
        Button read = words.bind(new Button(), "design.inspector.readLesson");
        read.setId("read-lesson");
        read.setGraphic(Icons.of(Feather.BOOK_OPEN));
        read.setOnAction(e -> readLesson.run());
        lessonSection = NodePage.section(words, "design.inspector.lesson", new VBox(10, lesson, read));
        root.getChildren().add(lessonSection);
        root.getChildren()
                .addAll(
                        NodePage.section(words, "design.inspector.cost", facts),
                        largestSection,
                        NodePage.section(words, "design.variables.title", variables),
                        NodePage.section(words, "design.inspector.tips", tips()));
        refresh();
    }

    private VBox tips() {
        VBox tips = new VBox(8);
        for (String tip : TIPS) {
            Label text = words.bind(Icons.label(Styles.MUTED), "design.tip." + tip);
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(8, Icons.of(Feather.CHEVRON_RIGHT, Styles.FAINT), text);
            line.setAlignment(Pos.TOP_LEFT);
            tips.getChildren().add(line);
        }
        return tips;
    }

    @Override
    public javafx.scene.Node node() {
        return root;
    }

    @Override
    public void refresh() {
        showLesson();
        Compilation compiled = session.compilation();
        long values = compiled.costs().values().stream()
                .mapToLong(NodeCost::activationValues)
                .sum();
        facts.getChildren().clear();
        fact("design.inspector.nodes", Figures.count(session.network().nodes().size()));
        fact("design.inspector.parameters", Figures.count(compiled.parameters()));
        if (compiled.cost().frozen() > 0) {
            fact("design.inspector.trainable", Figures.count(compiled.cost().trainable()));
        }
        fact("design.inspector.flops", Figures.scaled(compiled.flops(), "FLOP"));
        fact(
                "design.inspector.memory",
                Figures.bytes(values * session.training().precision().bytes()));
        showLargest(compiled);
        variables.refresh();
    }

    private void showLesson() {
        OpenProject open = session.projectProperty().get();
        String text = open == null ? "" : open.lesson(words.locale());
        if (!text.equals(lessonText)) {
            lessonText = text;
            lesson.setLead(text);
        }
        lessonSection.setVisible(!text.isBlank());
        lessonSection.setManaged(!text.isBlank());
    }

    private void fact(String key, String value) {
        Label figure = Icons.label(Styles.MONO);
        figure.setText(value);
        facts.getChildren().add(CostSection.line(words.bind(Icons.label(Styles.MUTED), key), figure));
    }

    private void showLargest(Compilation compiled) {
        List<Map.Entry<String, NodeCost>> heavy = compiled.costs().entrySet().stream()
                .filter(e -> e.getValue().parameters() > 0
                        && compiled.network().nodes().containsKey(e.getKey()))
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, NodeCost> e) -> e.getValue().parameters())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(LARGEST)
                .toList();
        largestSection.setVisible(!heavy.isEmpty());
        largestSection.setManaged(!heavy.isEmpty());
        largest.getChildren().clear();
        for (Map.Entry<String, NodeCost> entry : heavy) {
            double share = entry.getValue().parameters() / (double) Math.max(1, compiled.parameters());
            largest.getChildren().add(bar(entry.getKey(), entry.getValue().parameters(), share));
        }
    }

    private VBox bar(String node, long parameters, double share) {
        Label name = Icons.label(Styles.MONO, Styles.SMALL);
        name.setText(node);
        Label count = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
        count.setText(Figures.count(parameters));
        Region fill = new Region();
        fill.getStyleClass().add("nw-bar-fill");
        session.network()
                .node(node)
                .map(Node::type)
                .flatMap(session.registry()::find)
                .ifPresent(l ->
                        fill.getStyleClass().add(Styles.family(l.info().family().key())));
        StackPane track = new StackPane(fill);
        track.getStyleClass().add("nw-bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        fill.maxWidthProperty().bind(track.widthProperty().multiply(Math.max(0.01, share)));
        return new VBox(4, CostSection.line(name, count), track);
    }
}
