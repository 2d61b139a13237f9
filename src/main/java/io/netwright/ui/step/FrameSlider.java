package io.netwright.ui.step;

import io.netwright.step.Stage;
import io.netwright.step.StepRecording.Group;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The whole step as a line: a segment for each stage, passed as far as the frame that is shown. Click or drag to go
/// there.
final class FrameSlider extends Region {

    private static final double THICK = 4;
    private static final double THUMB = 14;
    private static final double GAP = 3;
    private static final double LABELS = 24;

    /// One stage on the line.
    private record Segment(Group group, Region track, Region passed, Label label) {}

    private final Words words;
    private final Region thumb = new Region();
    private final List<Segment> segments = new ArrayList<>();
    private final IntConsumer chosen;
    private int size = 1;
    private int frame;

    /// @param chosen hears which frame a person wants
    FrameSlider(Words words, IntConsumer chosen) {
        this.words = words;
        this.chosen = chosen;
        setId("step-slider");
        getStyleClass().add("nw-step-slider");
        setAccessibleRole(AccessibleRole.SLIDER);
        thumb.getStyleClass().add("nw-step-thumb");
        thumb.setMouseTransparent(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::aim);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::aim);
    }

    /// Shows another step's stages.
    void stages(List<Group> groups) {
        segments.clear();
        getChildren().clear();
        for (Group g : groups) {
            Region track = new Region();
            track.getStyleClass().add("nw-step-track");
            Region passed = new Region();
            passed.getStyleClass().addAll("nw-step-passed", style(g.stage()));
            Label label = Icons.label(Styles.MUTED, Styles.SMALL);
            words.bind(label, "step.stage." + g.stage().key());
            segments.add(new Segment(g, track, passed, label));
            getChildren().addAll(track, passed, label);
        }
        getChildren().add(thumb);
        size = groups.isEmpty() ? 1 : groups.getLast().last() + 1;
        requestLayout();
    }

    /// @return the style class that gives a stage its colour
    static String style(Stage stage) {
        return "nw-step-" + stage.key();
    }

    /// Shows how far the step has come.
    void show(int index) {
        frame = index;
        Stage stage = segments.stream()
                .map(Segment::group)
                .filter(g -> g.contains(index))
                .findFirst()
                .map(Group::stage)
                .orElse(Stage.FORWARD);
        thumb.getStyleClass().setAll("nw-step-thumb", style(stage));
        for (Segment s : segments) {
            boolean here = s.group().contains(index);
            s.label().getStyleClass().setAll("label", Styles.SMALL, here ? style(stage) : Styles.MUTED);
        }
        requestLayout();
    }

    private void aim(MouseEvent e) {
        int wanted = (int) ((e.getX() - THUMB / 2) / (getWidth() - THUMB) * size);
        chosen.accept(Math.clamp(wanted, 0, size - 1));
        e.consume();
    }

    /// @return where a frame begins on the line
    private double x(double index) {
        return THUMB / 2 + index / size * (getWidth() - THUMB);
    }

    @Override
    protected double computePrefHeight(double width) {
        return THUMB + LABELS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double y = (THUMB - THICK) / 2;
        double here = x(frame + 0.5);
        double free = 0;
        for (Segment s : segments) {
            double from = x(s.group().first());
            double to = Math.max(from + 1, x(s.group().last() + 1.0) - GAP);
            s.track().resizeRelocate(from, y, to - from, THICK);
            double passed = Math.clamp(here, from, to);
            boolean all = s.group().last() < frame;
            s.passed().resizeRelocate(from, y, (all ? to : passed) - from, THICK);
            s.passed().setVisible(s.group().first() <= frame);
            double width = s.label().prefWidth(-1);
            double at = Math.min(Math.max(from, free), getWidth() - width);
            s.label().resizeRelocate(at, THUMB + 3, width, s.label().prefHeight(width));
            free = at + width + 12;
        }
        thumb.resizeRelocate(here - THUMB / 2, 0, THUMB, THUMB);
    }
}
