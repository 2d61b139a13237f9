package io.netwright.ui.step;

import io.netwright.step.Frame;
import io.netwright.step.NumberText;
import io.netwright.step.ParameterFrame;
import io.netwright.step.StepRecording;
import io.netwright.step.why.Part;
import io.netwright.step.why.Part.Origin;
import io.netwright.step.why.Why;
import io.netwright.text.Message;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why one weight changed: a tree from the change to this step's gradient, to the samples of the batch, to the ways
/// through the network. A sentence below says, for the chosen row, that its parts add up to it.
final class WhyView extends VBox {

    /// More parts than this are put together in one row.
    private static final int MOST = 12;
    private static final double ROW = 28;
    private static final int MOST_ROWS = 14;

    private final StepViewModel model;
    private final Words words;
    private final TreeView<Row> tree = new TreeView<>();
    private final Label sum = Icons.label(Styles.MUTED, Styles.SMALL);

    /// One row: a part, or several that are put together.
    ///
    /// @param many how many parts it stands for
    record Row(Part part, int many) {
        double amount() {
            return part.amount();
        }
    }

    WhyView(StepViewModel model, Words words) {
        super(10);
        this.model = model;
        this.words = words;
        setId("step-why");
        getStyleClass().addAll(Styles.CARD, "nw-step-card");
        tree.setId("step-why-tree");
        tree.getStyleClass().add("nw-step-why");
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(t -> new WhyCell(words, this::about, this::calculation, this::largest));
        tree.getSelectionModel().selectedItemProperty().addListener((p, was, is) -> check(is));
        tree.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                follow();
            }
        });
        tree.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                follow();
                e.consume();
            }
        });
        tree.expandedItemCountProperty().addListener((p, was, is) -> fit());
        sum.setId("step-why-sum");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        Label help = words.bind(Icons.label(Styles.FAINT, Styles.SMALL), "step.why.help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(words.bind(Icons.label(Styles.HEADING), "step.why.title"), tree, sum, help);
        words.messagesProperty().addListener((p, was, is) -> {
            tree.refresh();
            check(tree.getSelectionModel().getSelectedItem());
        });
    }

    /// Asks about one element of what a frame changed.
    void show(StepRecording recording, ParameterFrame frame, int[] index) {
        Why why = new Why(recording, frame, index);
        Branch root = new Branch(why, new Row(why.change(), 1));
        tree.setRoot(root);
        // the way to the largest sample lies open, so that the first look shows a whole answer
        root.setExpanded(true);
        root.getChildren().stream()
                .filter(c -> c.getValue().part().origin() instanceof Origin.Gradient)
                .findFirst()
                .ifPresent(c -> c.setExpanded(true));
        tree.getSelectionModel().select(root);
        fit();
    }

    private void fit() {
        double height = ROW * Math.clamp(tree.getExpandedItemCount(), 1, MOST_ROWS) + 6;
        tree.setMinHeight(height);
        tree.setPrefHeight(height);
        tree.setMaxHeight(height);
    }

    /// Goes to the frame that made the gradient in the chosen row.
    private void follow() {
        TreeItem<Row> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        switch (chosen.getValue().part().origin()) {
            case Origin.Way w when chosen.getValue().many() == 1 -> model.goTo(w.frame(), w.index());
            case Origin.Gradient g -> model.goTo(g.frame(), g.index());
            default -> {}
        }
    }

    private void check(@Nullable TreeItem<Row> chosen) {
        List<Part> parts = chosen instanceof Branch b ? b.parts() : List.of();
        if (chosen == null || parts.isEmpty()) {
            sum.setText(words.now("step.why.leaf"));
            return;
        }
        double total = parts.stream().mapToDouble(Part::amount).sum();
        double whole = chosen.getValue().amount();
        sum.setText(words.now(
                "step.why.sum",
                parts.size(),
                NumberText.of(total),
                NumberText.of(whole),
                NumberText.of(total - whole, 2)));
    }

    private double largest() {
        TreeItem<Row> root = tree.getRoot();
        return root == null
                ? 0
                : root.getChildren().stream()
                        .mapToDouble(c -> Math.abs(c.getValue().amount()))
                        .max()
                        .orElse(Math.abs(root.getValue().amount()));
    }

    private Message about(Row row) {
        if (row.many() > 1) {
            return Message.of("step.why.others", row.many());
        }
        return switch (row.part().origin()) {
            case Origin.Change(String parameter, List<Integer> at, double before, double after) ->
                Message.of("step.why.change", parameter + bracketed(at), NumberText.of(before), NumberText.of(after));
            case Origin.Gradient g -> Message.of("step.why.gradient");
            case Origin.Memory m -> Message.of("step.why.memory", Tex.plain(m.symbol()));
            case Origin.Decay d -> Message.of("step.why.decay");
            case Origin.Sample s -> Message.of("step.why.sample", s.number());
            case Origin.Way w -> {
                Frame frame = frame(w.frame());
                yield Message.of("step.why.way", Tex.plain(frame.name()) + bracketed(w.index()), frame.node());
            }
            case Origin.Rest r -> Message.of("step.why.rest");
        };
    }

    /// @return how the amount came about, such as `−0.01 × 1.01115`
    private String calculation(Row row) {
        if (row.many() > 1) {
            return "";
        }
        return switch (row.part().origin()) {
            case Origin.Gradient g -> product(g.factor(), g.value());
            case Origin.Memory m -> product(m.factor(), m.value());
            case Origin.Decay d -> product(d.factor(), d.value());
            case Origin.Way w -> product(w.factor(), w.value());
            default -> "";
        };
    }

    private static String product(double factor, double value) {
        String second = NumberText.of(value);
        return NumberText.of(factor) + " × " + (value < 0 ? "(" + second + ")" : second);
    }

    private Frame frame(int index) {
        StepRecording recording = model.recording();
        if (recording == null) {
            throw new IllegalStateException("a row without a recording");
        }
        return recording.frame(index);
    }

    private static String bracketed(List<Integer> index) {
        return index.isEmpty() ? "" : index.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A row whose parts are looked for when it is opened.
    private static final class Branch extends TreeItem<Row> {
        private final Why why;
        private @Nullable List<Part> parts;

        Branch(Why why, Row row) {
            super(row);
            this.why = why;
        }

        List<Part> parts() {
            List<Part> found = parts;
            if (found == null) {
                found = getValue().many() > 1 ? List.of() : why.parts(getValue().part());
                parts = found;
            }
            return found;
        }

        @Override
        public boolean isLeaf() {
            return parts().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<Row>> getChildren() {
            ObservableList<TreeItem<Row>> children = super.getChildren();
            List<Part> all = parts();
            if (children.isEmpty() && !all.isEmpty()) {
                boolean whole = all.size() <= MOST;
                List<Part> shown = whole ? all : all.subList(0, MOST - 1);
                List<TreeItem<Row>> made = shown.stream()
                        .<TreeItem<Row>>map(p -> new Branch(why, new Row(p, 1)))
                        .collect(Collectors.toList());
                if (!whole) {
                    List<Part> rest = all.subList(MOST - 1, all.size());
                    double amount = rest.stream().mapToDouble(Part::amount).sum();
                    made.add(new Branch(why, new Row(new Part(new Origin.Rest(), amount), rest.size())));
                }
                children.setAll(made);
            }
            return children;
        }
    }
}
