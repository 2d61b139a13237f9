package io.netwright.ui.data;

import io.netwright.data.DataReport.ClassCount;
import io.netwright.data.Part;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many samples each class has, and in which part, as bars to one scale.
final class ClassBars extends VBox {

    private static final int MOST = 40;
    private static final double MOST_NAME_WIDTH = 92;
    private static final double LETTER_WIDTH = 7;
    private static final double BAR_HEIGHT = 8;

    private final Words words;

    ClassBars(Words words) {
        super(5);
        this.words = words;
        setId("class-bars");
    }

    void show(List<ClassCount> classes) {
        int most = classes.stream().mapToInt(ClassCount::total).max().orElse(1);
        double nameWidth = classes.stream()
                .mapToDouble(c -> LETTER_WIDTH * c.name().length() + LETTER_WIDTH)
                .reduce(0, (a, b) -> Math.min(MOST_NAME_WIDTH, Math.max(a, b)));
        List<Node> rows = new ArrayList<>();
        for (ClassCount c : classes.subList(0, Math.min(MOST, classes.size()))) {
            Label name = Icons.label(Styles.SMALL);
            name.setText(c.name());
            name.setMinWidth(nameWidth);
            name.setPrefWidth(nameWidth);
            name.setMaxWidth(nameWidth);
            Bar bar = new Bar(c, most);
            HBox.setHgrow(bar, Priority.ALWAYS);
            Label count = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
            count.setText(Figures.count(c.total()));
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, name, bar, count);
            row.setAlignment(Pos.CENTER_LEFT);
            Tooltip.install(
                    row,
                    new Tooltip(words.now("panels.data.classCounts", c.name(), c.train(), c.validation(), c.test())));
            rows.add(row);
        }
        if (classes.size() > MOST) {
            Label more = Icons.label(Styles.MUTED, Styles.SMALL);
            more.setText(words.now("panels.data.moreClasses", classes.size() - MOST));
            rows.add(more);
        }
        getChildren().setAll(rows);
    }

    /// The three parts of a class, one after the other.
    private static final class Bar extends Pane {
        private final ClassCount count;
        private final int most;

        Bar(ClassCount count, int most) {
            this.count = count;
            this.most = most;
            setMinHeight(BAR_HEIGHT);
            setPrefHeight(BAR_HEIGHT);
            setMaxHeight(BAR_HEIGHT);
            for (Part part : Part.values()) {
                Region region = new Region();
                region.getStyleClass().add("nw-data-" + part.id());
                getChildren().add(region);
            }
        }

        @Override
        protected void layoutChildren() {
            double unit = getWidth() / Math.max(1, most);
            int from = 0;
            int[] counts = {count.train(), count.validation(), count.test()};
            for (int p = 0; p < counts.length; p++) {
                getChildren().get(p).resizeRelocate(from * unit, 0, counts[p] * unit, BAR_HEIGHT);
                from += counts[p];
            }
        }
    }
}
