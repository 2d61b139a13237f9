package io.netwright.ui.data;

import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.ui.Action;
import io.netwright.ui.Icons;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Data view: at the left where the data comes from, in the middle what it looks like and what became of it, at the
/// right how it is divided and scaled. A file can be dropped anywhere.
public final class DataView implements View {

    private static final double LEFT_WIDTH = 300;
    private static final double RIGHT_WIDTH = 300;

    private final DataViewModel model;
    private final Words words;
    private final StackPane root = new StackPane();
    private final BorderPane panes = new BorderPane();
    private final SourcePane sources;
    private final DivisionPane division;
    private final StackPane preview = new StackPane();
    private final VBox noData;
    private final VBox noProject;
    private final ReportPane report;
    private final Action openFile;

    /// @param background where files are looked through and pictures of sources are made
    /// @param ui         the way back to the JavaFX thread
    public DataView(Session session, Words words, Executor background, Executor ui) {
        this.model = new DataViewModel(session, background, ui);
        this.words = words;
        this.sources = new SourcePane(model, words, background, ui, this::browse);
        this.division = new DivisionPane(model, words);
        this.report = new ReportPane(words);
        this.noData = empty(Feather.DATABASE, "panels.data.none");
        this.noProject = empty(Feather.FOLDER, "panels.data.noProject");
        this.openFile = Action.of("panels.data.openFile", this::browse)
                .icon(Feather.FILE_TEXT)
                .shortcut("Shortcut+Shift+O")
                .disabledWhen(Bindings.isNull(model.projectProperty()))
                .inBar();

        sources.setPrefWidth(LEFT_WIDTH);
        sources.setMinWidth(LEFT_WIDTH);
        division.setPrefWidth(RIGHT_WIDTH);
        division.setMinWidth(RIGHT_WIDTH);
        preview.getChildren().addAll(new PreviewPane(model, words), noData);
        VBox.setVgrow(preview, Priority.ALWAYS);
        preview.setMinHeight(0);
        VBox middle = new VBox(
                12,
                new ProblemNote(words, "data-problem", model.problemProperty(), p -> !ProblemNote.isAboutSplit(p)),
                preview,
                report);
        middle.getStyleClass().add("nw-data-middle");
        panes.setLeft(sources);
        panes.setCenter(middle);
        panes.setRight(division);
        root.setId("data-view");
        root.getStyleClass().add(Styles.CANVAS);
        root.getChildren().addAll(panes, noProject);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);

        model.projectProperty().addListener((p, was, is) -> show());
        model.spec().addListener((p, was, is) -> show());
        model.shownProperty().addListener((p, was, is) -> show());
        model.tableProperty().addListener((p, was, is) -> show());
        words.messagesProperty().addListener((p, was, is) -> show());
        show();
    }

    private VBox empty(Ikon icon, String key) {
        Label title = words.bind(Icons.label(Styles.TITLE), key);
        Label text = words.bind(Icons.label(Styles.MUTED), key + ".help");
        text.setMaxWidth(360);
        VBox box = new VBox(Icons.of(icon), title, text);
        box.setId(key.substring(key.lastIndexOf('.') + 1));
        box.getStyleClass().add(Styles.EMPTY_STATE);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show() {
        OpenProject project = model.projectProperty().get();
        DataSpec spec = model.spec().getValue();
        LoadedData data = model.shownProperty().get();
        visible(noProject, project == null);
        visible(panes, project != null);
        visible(division, spec != null);
        visible(noData, spec == null);
        // a file whose first look failed has nothing to show but the reason
        boolean something = data != null || model.tableProperty().get() != null;
        visible((Region) preview.getChildren().getFirst(), spec != null && something);
        if (data != null && model.problemProperty().get() == null) {
            report.show(data);
        } else {
            visible(report, false);
        }
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void browse() {
        OpenProject project = model.projectProperty().get();
        if (project == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("panels.data.openFile"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                words.now("panels.data.files.tables"),
                                "*.csv",
                                "*.tsv",
                                "*.txt",
                                "*.data",
                                "*.csv.gz",
                                "*.tsv.gz",
                                "*.gz"),
                        new FileChooser.ExtensionFilter(words.now("panels.data.files.all"), "*.*"));
        File folder = project.folder().toFile();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder.getAbsoluteFile());
        }
        @Nullable File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            openFile(chosen.toPath());
        }
    }

    /// Takes the project's data from `file`, as if it were chosen or dropped.
    public void openFile(Path file) {
        model.openFile(file);
    }

    private @Nullable Path dragged(@Nullable List<File> files) {
        return files != null && files.size() == 1 && files.getFirst().isFile()
                ? files.getFirst().toPath()
                : null;
    }

    private void dragged(DragEvent e) {
        if (model.projectProperty().get() != null && dragged(e.getDragboard().getFiles()) != null) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        }
    }

    private void dropped(DragEvent e) {
        Path file = dragged(e.getDragboard().getFiles());
        if (file != null) {
            openFile(file);
            e.setDropCompleted(true);
            e.consume();
        }
    }

    @Override
    public ViewId id() {
        return ViewId.DATA;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(openFile);
    }

    @Override
    public boolean isSettled() {
        return model.isSettled() && sources.isSettled();
    }
}
