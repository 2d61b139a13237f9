package io.netwright.ui;

import io.netwright.text.formula.Tex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// A formula, set from LaTeX (see [Tex]) in the shipped faces. Where there is less room than it needs, it is drawn
/// smaller rather than cut off. Its colour is `-nw-text`, from the style class `nw-formula-ink`.
public final class Formula extends Region {

    private static final String SERIF = "Linux Libertine O";
    private static final String SYMBOLS = "STIX Math";

    // shares of the font's size
    private static final double ASCENT = 0.72;
    private static final double DESCENT = 0.22;
    private static final double AXIS = 0.26;
    private static final double SCRIPT = 0.7;
    private static final double SMALLEST = 8;

    /// What something takes up around its baseline.
    private record Box(double width, double ascent, double descent) {}

    private final Pane ink = new Pane();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final double size;
    private Box box = new Box(0, 0, 0);
    private String latex = "";

    /// @param size of the font, in pixels
    public Formula(String latex, double size) {
        this.size = size;
        Fonts.load();
        ink.getTransforms().add(scale);
        ink.setManaged(false);
        getChildren().add(ink);
        set(latex);
    }

    /// Shows another formula.
    ///
    /// @throws IllegalArgumentException where [Tex#parse] refuses it
    public void set(String formula) {
        if (formula.equals(latex)) {
            return;
        }
        latex = formula;
        ink.getChildren().clear();
        // everything is set from baseline 0 and moved down as a whole once the height is known
        box = set(Tex.parse(formula), size, 0, 0);
        double down = Math.ceil(box.ascent());
        ink.getChildren().forEach(n -> n.setTranslateY(down));
        setAccessibleText(formula);
        requestLayout();
    }

    private double fit(double width) {
        return width <= 0 || box.width() <= width ? 1 : width / box.width();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(box.width()) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(60, computePrefWidth(height));
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        return Math.ceil((box.ascent() + box.descent()) * fit(inner) + 2) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        double k = fit(getWidth() - snappedLeftInset() - snappedRightInset());
        return snappedTopInset() + Math.ceil(box.ascent()) * k;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double k = fit(getWidth() - snappedLeftInset() - snappedRightInset());
        scale.setX(k);
        scale.setY(k);
        ink.relocate(snappedLeftInset(), snappedTopInset());
    }

    private Box set(Tex.Part part, double s, double x, double y) {
        return switch (part) {
            case Tex.Row(var parts) -> row(parts, s, x, y);
            case Tex.Glyphs(String text, Tex.Face face) -> glyphs(text, face, s, x, y);
            case Tex.Space(double em) -> new Box(em * s, 0, 0);
            case Tex.Big(String text, boolean sign) -> big(text, sign, s, x, y);
            case Tex.Fraction(Tex.Part above, Tex.Part below) -> fraction(above, below, s, x, y);
            case Tex.Root(Tex.Part inner) -> root(inner, s, x, y);
            case Tex.Accent(String mark, Tex.Part inner) -> accent(mark, inner, s, x, y);
            case Tex.Script script ->
                script.base() instanceof Tex.Big(String text, boolean sign)
                        ? limits(text, sign, script, s, x, y)
                        : script(script, s, x, y);
        };
    }

    private Box row(List<Tex.Part> parts, double s, double x, double y) {
        double width = 0;
        double ascent = ASCENT * s;
        double descent = DESCENT * s;
        for (Tex.Part part : parts) {
            Box b = set(part, s, x + width, y);
            width += b.width();
            ascent = Math.max(ascent, b.ascent());
            descent = Math.max(descent, b.descent());
        }
        return new Box(width, ascent, descent);
    }

    private Box glyphs(String text, Tex.Face face, double s, double x, double y) {
        boolean symbol = "⊙⊗⊕⊘⌊⌋⌈⌉∈∼∗⋆‖⋯".contains(text);
        Font font =
                switch (face) {
                    case ITALIC -> Font.font(SERIF, FontPosture.ITALIC, s);
                    case BOLD -> Font.font(SERIF, FontWeight.BOLD, s);
                    case UPRIGHT, BETWEEN, AFTER -> symbol ? Font.font(SYMBOLS, s * 0.9) : Font.font(SERIF, s);
                };
        double before = face == Tex.Face.BETWEEN ? 0.25 * s : 0;
        double after = face == Tex.Face.BETWEEN ? 0.25 * s : face == Tex.Face.AFTER ? 0.18 * s : 0;
        double width = text(text, font, x + before, y);
        // slanted letters lean over what follows
        double lean = face == Tex.Face.ITALIC && Character.isUpperCase(text.charAt(0)) ? 0.06 * s : 0;
        return new Box(before + width + lean + after, ASCENT * s, DESCENT * s);
    }

    private double text(String text, Font font, double x, double y) {
        Text node = new Text(text);
        node.getStyleClass().add("nw-formula-ink");
        node.setFont(font);
        node.setTextOrigin(VPos.BASELINE);
        node.setX(x);
        node.setY(y);
        ink.getChildren().add(node);
        return node.getLayoutBounds().getWidth();
    }

    private Box big(String text, boolean sign, double s, double x, double y) {
        if (!sign) {
            double width = text(text, Font.font(SERIF, s), x, y);
            return new Box(width + 0.12 * s, ASCENT * s, DESCENT * s);
        }
        double width = text(text, Font.font(SERIF, s * 1.35), x + 0.1 * s, y + 0.12 * s);
        return new Box(width + 0.22 * s, s, 0.4 * s);
    }

    private Box limits(String text, boolean sign, Tex.Script script, double s, double x, double y) {
        int from = ink.getChildren().size();
        Box base = big(text, sign, s, x, y);
        int middle = ink.getChildren().size();
        double small = small(s);
        double descent = base.descent();
        double ascent = base.ascent();
        double width = base.width();
        Box under = new Box(0, 0, 0);
        if (script.below() != null) {
            double drop = base.descent() + ASCENT * small + (sign ? 0.06 * s : 0);
            under = set(script.below(), small, x, y + drop);
            descent = drop + under.descent();
        }
        int upper = ink.getChildren().size();
        Box over = new Box(0, 0, 0);
        if (script.above() != null) {
            double rise = base.ascent() + DESCENT * small;
            over = set(script.above(), small, x, y - rise);
            ascent = rise + over.ascent();
        }
        width = Math.max(width, Math.max(under.width(), over.width()));
        move(from, middle, (width - base.width()) / 2);
        move(middle, upper, (width - under.width()) / 2);
        move(upper, ink.getChildren().size(), (width - over.width()) / 2);
        return new Box(width + 0.1 * s, ascent, descent);
    }

    private Box script(Tex.Script script, double s, double x, double y) {
        Box base = set(script.base(), s, x, y);
        double small = small(s);
        double ascent = base.ascent();
        double descent = base.descent();
        double width = 0;
        if (script.below() != null) {
            double drop = Math.max(0.18 * s, base.descent() - DESCENT * s + 0.18 * s);
            Box b = set(script.below(), small, x + base.width(), y + drop);
            width = b.width();
            descent = Math.max(descent, drop + b.descent());
        }
        if (script.above() != null) {
            double rise = Math.max(0.4 * s, base.ascent() - ASCENT * s + 0.4 * s);
            Box b = set(script.above(), small, x + base.width(), y - rise);
            width = Math.max(width, b.width());
            ascent = Math.max(ascent, rise + b.ascent());
        }
        return new Box(base.width() + width + 0.05 * s, ascent, descent);
    }

    private static double small(double s) {
        return Math.max(Math.min(s, SMALLEST), s * SCRIPT);
    }

    private Box fraction(Tex.Part above, Tex.Part below, double s, double x, double y) {
        double inner = Math.max(small(s), s * 0.88);
        double gap = 0.14 * s;
        double pad = 0.12 * s;
        double axis = y - AXIS * s;
        int from = ink.getChildren().size();
        // set once to learn the heights, then moved to where they belong
        Box top = set(above, inner, x + pad, 0);
        int middle = ink.getChildren().size();
        Box bottom = set(below, inner, x + pad, 0);
        int end = ink.getChildren().size();
        double width = Math.max(top.width(), bottom.width());
        move(from, middle, (width - top.width()) / 2, axis - gap - top.descent());
        move(middle, end, (width - bottom.width()) / 2, axis + gap + bottom.ascent());
        Line bar = new Line(x + pad / 2, axis, x + width + 1.5 * pad, axis);
        stroke(bar, s);
        return new Box(
                width + 2 * pad,
                AXIS * s + gap + top.descent() + top.ascent(),
                gap + bottom.ascent() + bottom.descent() - AXIS * s);
    }

    private Box root(Tex.Part inner, double s, double x, double y) {
        double hook = 0.55 * s;
        Box b = set(inner, s, x + hook, y);
        double top = y - b.ascent() - 0.08 * s;
        double bottom = y + Math.max(0.1 * s, b.descent() * 0.8);
        Polyline sign = new Polyline(
                x + 0.08 * s,
                y - 0.25 * s,
                x + 0.2 * s,
                y - 0.32 * s,
                x + 0.36 * s,
                bottom,
                x + hook - 0.02 * s,
                top,
                x + hook + b.width() + 0.05 * s,
                top);
        stroke(sign, s);
        return new Box(hook + b.width() + 0.12 * s, b.ascent() + 0.15 * s, b.descent());
    }

    private Box accent(String mark, Tex.Part inner, double s, double x, double y) {
        Box b = set(inner, s, x, y);
        int from = ink.getChildren().size();
        double width = text(mark, Font.font(SERIF, s * 0.8), x, y - b.ascent() + 0.52 * s);
        move(from, from + 1, (b.width() - width) / 2 + 0.05 * s);
        return new Box(b.width(), b.ascent() + 0.12 * s, b.descent());
    }

    private void stroke(javafx.scene.shape.Shape line, double s) {
        line.setStrokeWidth(Math.max(1, s * 0.055));
        line.getStyleClass().add("nw-formula-line");
        ink.getChildren().add(line);
    }

    private void move(int from, int to, double dx) {
        move(from, to, dx, 0);
    }

    private void move(int from, int to, double dx, double dy) {
        for (Node node : new ArrayList<>(ink.getChildren().subList(from, to))) {
            switch (Objects.requireNonNull(node)) {
                case Text t -> {
                    t.setX(t.getX() + dx);
                    t.setY(t.getY() + dy);
                }
                case Line l -> {
                    l.setStartX(l.getStartX() + dx);
                    l.setEndX(l.getEndX() + dx);
                    l.setStartY(l.getStartY() + dy);
                    l.setEndY(l.getEndY() + dy);
                }
                case Polyline p -> {
                    for (int i = 0; i < p.getPoints().size(); i++) {
                        p.getPoints().set(i, p.getPoints().get(i) + (i % 2 == 0 ? dx : dy));
                    }
                }
                default -> throw new IllegalStateException(node.toString());
            }
        }
    }
}
