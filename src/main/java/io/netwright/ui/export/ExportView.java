package io.netwright.ui.export;

import io.netwright.exchange.ExportFormat;
import io.netwright.exchange.onnx.Opset;
import io.netwright.ui.Action;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Export view.
public final class ExportView implements View {

    private static final double WIDTH = 760;

    private final ExportViewModel model;
    private final Words words;
    private final VBox column = new VBox(14);
    private final StackPane outcome = new StackPane();
    private final ScrollPane root;
    private final Action export;

    /// @param background where files are written and confirmed
    /// @param failures   hears of defects, on the JavaFX thread
    public ExportView(
            Session session,
            Training training,
            Words words,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.model = new ExportViewModel(session, training, background, ui, failures);
        this.words = words;
        this.export = Action.of("panels.export.export", model::export)
                .icon(Feather.UPLOAD)
                .shortcut("Shortcut+E")
                .disabledWhen(model.busyProperty())
                .primary();
        column.setMaxWidth(WIDTH);
        column.getStyleClass().add("nw-view-content");
        column.getChildren().addAll(intro(), choices(), progress(), problem(), outcome);
        StackPane centre = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        root = new ScrollPane(centre);
        root.setFitToWidth(true);
        root.getStyleClass().addAll(Styles.BARE_SCROLL, Styles.CANVAS);
        model.resultProperty().addListener((p, was, is) -> outcome.getChildren()
                .setAll(is == null ? List.of() : List.of(new CertificateCard(words, is))));
    }

    private Node intro() {
        Label title = words.bind(Icons.label(Styles.FIGURE), "panels.export.title");
        Label text = words.bind(Icons.label(Styles.MUTED), "panels.export.intro");
        text.setWrapText(true);
        Label untrained = words.bind(Icons.label(Styles.WARNING), "panels.export.untrained");
        untrained.setId("export-untrained");
        untrained.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING));
        untrained.getStyleClass().add("nw-notice");
        untrained.setMaxWidth(Double.MAX_VALUE);
        untrained
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.isTrained(), model.training().snapshotProperty()));
        untrained.managedProperty().bind(untrained.visibleProperty());
        return new VBox(8, title, text, untrained);
    }

    private Node choices() {
        ToggleGroup group = new ToggleGroup();
        HBox formats = new HBox(10, format(ExportFormat.ONNX, group), format(ExportFormat.SAFETENSORS, group));
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof ExportFormat f) {
                model.formatProperty().set(f);
            }
        });
        var onnx = model.formatProperty().isEqualTo(ExportFormat.ONNX);

        ComboBox<Integer> opset = new ComboBox<>();
        opset.setId("export-opset");
        opset.getItems()
                .setAll(IntStream.rangeClosed(Opset.OLDEST, Opset.NEWEST)
                        .boxed()
                        .toList());
        opset.setValue(model.opsetProperty().get());
        opset.valueProperty().addListener((p, was, is) -> model.opsetProperty().set(is));
        ToggleSwitch scaling = new ToggleSwitch();
        scaling.setId("export-scaling");
        scaling.selectedProperty().bindBidirectional(model.scalingProperty());
        HBox opsetRow = row("panels.export.opset", opset);
        HBox scalingRow = row("panels.export.scaling", scaling);
        for (HBox row : List.of(opsetRow, scalingRow)) {
            row.visibleProperty().bind(onnx);
            row.managedProperty().bind(onnx);
        }

        TextField file = new TextField();
        file.setId("export-file");
        file.getStyleClass().add(Styles.MONO);
        file.textProperty().bindBidirectional(model.fileProperty());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button browse = words.bind(new Button(), "panels.export.browse");
        browse.setOnAction(e -> browse());
        Button go = words.bind(new Button(), "panels.export.export");
        go.setId("export-button");
        go.getStyleClass().add(Styles.PRIMARY);
        go.setOnAction(e -> export.run());
        go.disableProperty().bind(model.busyProperty());
        VBox card = new VBox(
                12,
                formats,
                opsetRow,
                scalingRow,
                new VBox(6, words.bind(Icons.label(Styles.MUTED), "panels.export.file"), new HBox(8, file, browse)),
                new HBox(go));
        card.getStyleClass().addAll(Styles.CARD, "nw-export-choices");
        return card;
    }

    private FormatCard format(ExportFormat format, ToggleGroup group) {
        FormatCard card = new FormatCard(words, format);
        card.setToggleGroup(group);
        card.setSelected(format == model.formatProperty().get());
        card.setPrefWidth(WIDTH / 2);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private HBox row(String key, Node control) {
        Label name = words.bind(Icons.label(), key);
        Label help = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key + ".help");
        help.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox text = new VBox(2, name, help);
        HBox row = new HBox(12, text, gap, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("nw-thin-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        Label doing = Icons.label(Styles.MUTED);
        doing.textProperty().bind(words.text(model.doingProperty()));
        VBox box = new VBox(6, bar, doing);
        box.visibleProperty().bind(model.busyProperty());
        box.managedProperty().bind(model.busyProperty());
        return box;
    }

    private Node problem() {
        Label text = Icons.label(Styles.BAD);
        text.setId("export-problem");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setGraphic(Icons.of(Feather.ALERT_CIRCLE, Styles.BAD));
        text.textProperty().bind(words.text(model.problemProperty()));
        text.visibleProperty().bind(model.problemProperty().isNotNull());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("panels.export.choose"));
        Path now = Path.of(model.fileProperty().get()).toAbsolutePath();
        Path folder = now.getParent();
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.setInitialFileName(String.valueOf(now.getFileName()));
        @Nullable File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.fileProperty().set(chosen.getAbsolutePath());
        }
    }

    @Override
    public ViewId id() {
        return ViewId.EXPORT;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(export);
    }

    @Override
    public boolean isSettled() {
        return !model.busyProperty().get();
    }
}
