package io.netwright.ui.canvas;

import atlantafx.base.controls.Breadcrumbs;
import atlantafx.base.controls.Breadcrumbs.BreadCrumbItem;
import io.netwright.ui.Ids;
import io.netwright.ui.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/// The way from the document to the block that is open, each step of it a link there. Not there at the document itself.
final class LevelTrail extends HBox {

    private final CanvasViewModel model;
    private final Breadcrumbs<List<String>> crumbs = new Breadcrumbs<>();

    LevelTrail(CanvasViewModel model) {
        this.model = model;
        getStyleClass().addAll(Styles.FLOATING, "nw-level-trail");
        setId("levels");
        crumbs.setAutoNavigationEnabled(false);
        crumbs.setCrumbFactory(this::crumb);
        crumbs.setOnCrumbAction(e -> model.openLevel(e.getSelectedCrumb().getValue()));
        getChildren().add(crumbs);
        model.levelProperty().subscribe(l -> show());
        model.words().messagesProperty().subscribe(m -> show());
    }

    private void show() {
        List<String> level = model.level();
        setVisible(!level.isEmpty());
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a type with parameters cannot be made otherwise
        List<String>[] ways = IntStream.rangeClosed(0, level.size())
                .mapToObj(n -> level.subList(0, n))
                .toArray(List[]::new);
        crumbs.setSelectedCrumb(Breadcrumbs.buildTreeModel(ways));
    }

    private Hyperlink crumb(BreadCrumbItem<List<String>> item) {
        List<String> way = item.getValue();
        Hyperlink link = new Hyperlink(way.isEmpty() ? model.words().now("design.canvas.level.top") : way.getLast());
        link.setId("level-" + Ids.of(String.join(".", way)));
        if (item.isLast()) {
            link.getStyleClass().add("nw-level-here");
            link.setFocusTraversable(false);
        }
        return link;
    }
}
