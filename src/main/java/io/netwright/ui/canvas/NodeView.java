package io.netwright.ui.canvas;

import io.netwright.network.Port;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A card on the canvas. It lays itself out by [CardMetrics], so that the screen, the wires and the picture files
/// agree.
final class NodeView extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");

    private static final PseudoClass PROPOSED = PseudoClass.getPseudoClass("proposed");
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass LATIN = PseudoClass.getPseudoClass("latin");

    private static final double EDGE = 12;
    private static final double SQUARE = 10;
    private static final double TEXT_X = EDGE + SQUARE + 8;
    private static final double TITLE_Y = 9;
    private static final double LINE = 18;

    private final Region square;
    private final Label title = Icons.label("nw-node-title", Styles.STRONG);
    private final Label tag = Icons.label("nw-node-tag");
    private final Label summary = Icons.label("nw-node-summary");
    private final Label problem = Icons.label("nw-node-problem");
    private final HBox badges = new HBox(4);
    private final List<PortView> ports = new ArrayList<>();
    private final List<Label> portLabels = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private boolean hasTooltip;
    private @Nullable Card card;

    NodeView(String family) {
        getStyleClass().addAll("nw-node", Styles.family(family));
        setAccessibleRole(AccessibleRole.BUTTON);
        // its card says how large it is, not the group it is in
        setManaged(false);
        square = Icons.familySquare(family);
        square.setMouseTransparent(true);
        tag.setAlignment(Pos.CENTER_RIGHT);
        problem.setWrapText(true);
        problem.setAlignment(Pos.TOP_LEFT);
        badges.setAlignment(Pos.CENTER_RIGHT);
        tooltip.setShowDelay(Duration.millis(600));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        getChildren().addAll(square, title, tag, summary, problem, badges);
        getChildren().forEach(c -> c.setManaged(false));
        title.textTruncatedProperty().subscribe(this::tooltip);
        tag.textTruncatedProperty().subscribe(this::tooltip);
        summary.textTruncatedProperty().subscribe(this::tooltip);
    }

    void update(Card next) {
        if (next.equals(card)) {
            return;
        }
        Card before = card;
        card = next;
        Rect b = next.bounds();
        relocate(b.x(), b.y());
        resize(b.width(), b.height());
        if (before == null || !sameBut(before, next)) {
            title.setText(next.title());
            tag.setText(next.tag());
            summary.setText(next.summary());
            // faces with Chinese characters set the dots and crosses between numbers a whole character wide
            summary.pseudoClassStateChanged(LATIN, next.summary().chars().allMatch(c -> c < 0x2e80));
            problem.setText(
                    next.problems().isEmpty() ? "" : next.problems().getFirst().text());
            problem.setVisible(!next.problems().isEmpty());
            FontIcon icon = Icons.of(Feather.ALERT_TRIANGLE);
            icon.setIconSize(12);
            problem.setGraphic(icon);
            pseudoClassStateChanged(BAD, next.hasErrors());
            pseudoClassStateChanged(WARNING, !next.problems().isEmpty() && !next.hasErrors());
            setAccessibleText(next.spoken());
            tooltip();
        }
        ports(next);
        requestLayout();
    }

    private static boolean sameBut(Card a, Card b) {
        return a.title().equals(b.title())
                && a.tag().equals(b.tag())
                && a.summary().equals(b.summary())
                && a.problems().equals(b.problems())
                && a.spoken().equals(b.spoken());
    }

    private void ports(Card next) {
        List<Card.Spot> spots = next.spots().toList();
        if (spots.size() != ports.size()) {
            getChildren().removeAll(ports);
            getChildren().removeAll(portLabels);
            ports.clear();
            portLabels.clear();
            for (Card.Spot spot : spots) {
                ports.add(new PortView(spot));
                Label label = Icons.label("nw-port-label");
                label.setManaged(false);
                label.setMouseTransparent(true);
                portLabels.add(label);
            }
            getChildren().addAll(portLabels);
            getChildren().addAll(ports);
        }
        for (int i = 0; i < spots.size(); i++) {
            ports.get(i).update(spots.get(i));
            portLabels.get(i).setText(spots.get(i).label());
        }
    }

    @Override
    protected void layoutChildren() {
        Card c = card();
        double right = getWidth() - EDGE;
        square.resizeRelocate(EDGE, TITLE_Y + (LINE - SQUARE) / 2, SQUARE, SQUARE);
        double badgeWidth = badges.getChildren().isEmpty() ? 0 : badges.prefWidth(-1);
        badges.resizeRelocate(right - badgeWidth, TITLE_Y, badgeWidth, LINE);
        double end = badgeWidth > 0 ? right - badgeWidth - 6 : right;
        double titleWidth = Math.min(Math.ceil(title.prefWidth(-1)), end - TEXT_X);
        title.resizeRelocate(TEXT_X, TITLE_Y, titleWidth, LINE);
        double tagX = TEXT_X + titleWidth + 8;
        tag.setVisible(end - tagX > 16);
        tag.resizeRelocate(tagX, TITLE_Y, Math.max(0, end - tagX), LINE);
        summary.resizeRelocate(TEXT_X, TITLE_Y + LINE + 2, right - TEXT_X, LINE);
        if (!c.problems().isEmpty()) {
            double top = c.problemTop();
            problem.resizeRelocate(EDGE, top, right - EDGE, getHeight() - top - 4);
        }
        for (int i = 0; i < ports.size(); i++) {
            Card.Spot spot = ports.get(i).spot();
            double x = spot.at().x() - c.bounds().x();
            double y = spot.at().y() - c.bounds().y();
            ports.get(i).relocate(x - PortView.REACH, y - PortView.REACH);
            Label label = portLabels.get(i);
            double width = Math.ceil(label.prefWidth(-1));
            label.resizeRelocate(spot.output() ? x - EDGE - width : x + EDGE, y - LINE / 2, width, LINE);
        }
    }

    // what the card could not say in full
    private void tooltip() {
        Card c = card;
        if (c == null) {
            return;
        }
        boolean needed = title.isTextTruncated()
                || tag.isTextTruncated()
                || summary.isTextTruncated()
                || !c.problems().isEmpty();
        if (needed) {
            String problems = c.problems().stream().map(p -> "\n" + p.text()).collect(Collectors.joining());
            tooltip.setText(c.name() + " · " + c.type() + "\n" + c.summary() + problems);
        }
        if (needed && !hasTooltip) {
            Tooltip.install(this, tooltip);
        } else if (!needed && hasTooltip) {
            Tooltip.uninstall(this, tooltip);
        }
        hasTooltip = needed;
    }

    Card card() {
        if (card == null) {
            throw new IllegalStateException("a node view without a card");
        }
        return card;
    }

    Optional<PortView> port(Port port, boolean output) {
        return ports.stream()
                .filter(p -> p.spot().output() == output && p.spot().port().equals(port))
                .findFirst();
    }

    List<PortView> ports() {
        return ports;
    }

    /// @return where a field for the title goes, within the card
    Rect titleArea() {
        return new Rect(TEXT_X - 6, TITLE_Y - 4, getWidth() - TEXT_X, LINE + 8);
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Shows that the card answers what is searched for.
    void setFound(boolean found) {
        pseudoClassStateChanged(FOUND, found);
    }

    /// Shows that the wire being drawn finds no port here that would take it, or that a search does not find it.
    void setDim(boolean dim) {
        pseudoClassStateChanged(DIM, dim);
    }

    /// Shows that the card is there only because a way out of a problem is looked at, or is different for it.
    void setProposed(boolean proposed) {
        pseudoClassStateChanged(PROPOSED, proposed);
    }

    void setPass(@Nullable Pass pass) {
        pseudoClassStateChanged(FORWARD, pass == Pass.FORWARD);
        pseudoClassStateChanged(BACKWARD, pass == Pass.BACKWARD);
    }

    /// Puts something small into the upper right corner, such as a training figure; null takes it away.
    void setBadge(@Nullable Node badge) {
        if (badge == null) {
            badges.getChildren().clear();
        } else {
            badges.getChildren().setAll(badge);
        }
        requestLayout();
    }
}
