package io.netwright.ui.evaluate;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The confusion matrix, the figures of each class, and the samples behind them: side by side where there is room, so
/// that a click on a cell is answered in sight; else the samples have a row of their own.
final class ClassesRow extends Region {

    private static final double GAP = 14;
    /// In pixels: narrower, the samples' sentences would be cut.
    private static final double NARROWEST = 300;

    private final Region matrix;
    private final Region classes;
    private final Region samples;

    ClassesRow(Region matrix, Region classes, Region samples) {
        this.matrix = matrix;
        this.classes = classes;
        this.samples = samples;
        getChildren().addAll(matrix, classes, samples);
    }

    private double heads() {
        return matrix.prefWidth(-1) + GAP + classes.prefWidth(-1);
    }

    private boolean besides(double width) {
        return heads() + GAP + NARROWEST <= width;
    }

    private double headsHeight() {
        return Math.max(height(matrix), height(classes));
    }

    private static double height(Node node) {
        return Math.ceil(node.prefHeight(node.prefWidth(-1)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(heads());
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(heads() + GAP + NARROWEST);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? computePrefWidth(-1) : width;
        return besides(w) ? headsHeight() : headsHeight() + GAP + samples.prefHeight(w);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = Math.ceil(matrix.prefWidth(-1));
        double middle = Math.ceil(classes.prefWidth(-1));
        matrix.resizeRelocate(0, 0, left, height(matrix));
        classes.resizeRelocate(left + GAP, 0, middle, height(classes));
        double x = left + middle + 2 * GAP;
        if (besides(width)) {
            double w = width - x;
            samples.resizeRelocate(x, 0, w, Math.min(headsHeight(), samples.prefHeight(w)));
        } else {
            samples.resizeRelocate(0, headsHeight() + GAP, width, samples.prefHeight(width));
        }
    }
}
