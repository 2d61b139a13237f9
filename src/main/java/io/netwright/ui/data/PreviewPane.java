package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.csv.CsvFile;
import io.netwright.text.Message;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The samples to be looked at, in the way that suits them; for a file also its columns.
final class PreviewPane extends VBox {

    private static final double STALE = 0.45;

    private final DataViewModel model;
    private final Words words;
    private final PointsPlot points;
    private final SampleTable table;
    private final PictureGrid pictures;
    private final TextSamples text = new TextSamples();
    private final ColumnsTable columns;
    private final StackPane content = new StackPane();
    private final Label title = Icons.label(Styles.TITLE);
    private final HBox facts = new HBox(6);
    private final Label stale = Icons.label(Styles.WARNING, Styles.SMALL);
    private final HBox pages = new HBox(6);
    private final HBox parts = new HBox(6);
    private final ToggleButton scaled;
    private final ToggleButton columnsPage;
    private @Nullable Part part;

    PreviewPane(DataViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        points = new PointsPlot(words);
        table = new SampleTable(words);
        pictures = new PictureGrid(words);
        columns = new ColumnsTable(model, words);
        getStyleClass().addAll(Styles.CARD, "nw-data-preview");
        title.setMinWidth(Region.USE_PREF_SIZE);

        ToggleGroup page = new ToggleGroup();
        ToggleButton rowsPage = chip("preview-samples", "panels.data.page.samples", page);
        columnsPage = chip("preview-columns", "panels.data.page.columns", page);
        rowsPage.setSelected(true);
        pages.getChildren().addAll(rowsPage, columnsPage);

        ToggleGroup which = new ToggleGroup();
        ToggleButton all = chip("preview-all", "panels.data.part.all", which);
        all.setSelected(true);
        parts.getChildren().add(all);
        for (Part p : Part.values()) {
            ToggleButton chip = chip("preview-" + p.id(), "panels.data.part." + p.id(), which);
            chip.setUserData(p);
            parts.getChildren().add(chip);
        }
        scaled = chip("preview-scaled", "panels.data.scaled", null);
        scaled.setTooltip(words.tooltip("panels.data.scaled.help"));
        for (ToggleGroup group : List.of(page, which)) {
            group.selectedToggleProperty().addListener((p, was, is) -> {
                if (is == null) {
                    group.selectToggle(was);
                } else {
                    part = which.getSelectedToggle() != null
                                    && which.getSelectedToggle().getUserData() instanceof Part x
                            ? x
                            : null;
                    show();
                }
            });
        }
        scaled.selectedProperty().addListener((p, was, is) -> show());

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, facts, gap, pages);
        head.getStyleClass().add("nw-card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Region gap2 = new Region();
        HBox.setHgrow(gap2, Priority.ALWAYS);
        HBox bar = new HBox(10, parts, gap2, scaled);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(columnsPage.selectedProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        stale.setId("preview-stale");
        words.bind(stale, "panels.data.stale");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().addAll(head, stale, bar, content);

        model.shownProperty().addListener((p, was, is) -> show());
        model.tableProperty().addListener((p, was, is) -> show());
        model.problemProperty().addListener((p, was, is) -> show());
        model.spec().addListener((p, was, is) -> show());
        words.messagesProperty().addListener((p, was, is) -> show());
        show();
    }

    private ToggleButton chip(String id, String key, @Nullable ToggleGroup group) {
        ToggleButton chip = words.bind(new ToggleButton(), key);
        chip.setId(id);
        chip.getStyleClass().addAll(Styles.CHIP, "nw-data-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        if (group != null) {
            chip.setToggleGroup(group);
        }
        return chip;
    }

    private void show() {
        DataSpec spec = model.spec().getValue();
        LoadedData data = model.shownProperty().get();
        CsvFile file = model.tableProperty().get();
        boolean hasColumns = file != null && spec != null && spec.source() instanceof DataSource.Csv;
        pages.setVisible(hasColumns);
        if (!hasColumns && columnsPage.isSelected()) {
            // selecting calls back here
            ((ToggleButton) pages.getChildren().getFirst()).setSelected(true);
            return;
        }
        boolean old = data != null && model.problemProperty().get() != null;
        stale.setVisible(old);
        stale.setManaged(old);
        if (columnsPage.isSelected() && file != null) {
            columns.show(file);
            content.setOpacity(1);
            content.getChildren().setAll(columns);
        } else if (data != null) {
            content.setOpacity(old ? STALE : 1);
            content.getChildren().setAll(samples(data));
        } else {
            content.getChildren().clear();
        }
        if (data != null) {
            head(data);
        } else {
            title.setText("");
            facts.getChildren().clear();
        }
    }

    private Node samples(LoadedData data) {
        boolean same = data.raw() == data.prepared() || data.raw().kind() == DataSet.Kind.IMAGES;
        scaled.setVisible(!same);
        Samples samples = Samples.of(data, part, !same && scaled.isSelected());
        return switch (data.raw().kind()) {
            case POINTS -> {
                points.show(samples);
                yield points;
            }
            case TABLE -> {
                table.show(samples);
                yield table;
            }
            case TEXT -> {
                text.show(samples);
                yield text;
            }
            case IMAGES -> {
                pictures.show(samples);
                yield pictures;
            }
        };
    }

    private void head(LoadedData data) {
        title.setText(words.now(title(data.spec().source(), data)));
        List<Node> chips = new ArrayList<>();
        chips.add(fact(words.now("panels.data.samples", data.raw().size())));
        chips.add(
                data.raw().kind() == DataSet.Kind.TEXT
                        ? fact(words.now("panels.data.tokens", data.raw().width()))
                        : data.raw().kind() == DataSet.Kind.IMAGES
                                ? fact(words.now(
                                        "panels.data.pixels",
                                        data.raw().sampleShape().size(0),
                                        data.raw().sampleShape().size(1),
                                        data.raw().sampleShape().size(2)))
                                : fact(words.now(
                                        "panels.data.features", data.raw().width())));
        int classes = data.raw().target().classNames().size();
        if (classes > 0) {
            chips.add(fact(words.now("panels.data.classes", Figures.count(classes))));
        }
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.getChildren().setAll(chips);
    }

    private static Message title(DataSource source, LoadedData data) {
        return source instanceof DataSource.Csv || source instanceof DataSource.Text
                ? ProblemNote.asIs(data.raw().name())
                : SourceChoice.of(source).title();
    }

    private static Label fact(String text) {
        Label label = Icons.label(Styles.MUTED, Styles.SMALL);
        label.setText(text);
        label.getStyleClass().add("nw-data-fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
