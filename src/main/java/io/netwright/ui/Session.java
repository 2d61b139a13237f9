package io.netwright.ui;

import io.netwright.compile.Compilation;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.edit.Editor;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.References;
import io.netwright.project.Project;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What all views of a window share: the open project, its document as observable values, and what the compiler makes
/// of it. It knows no control.
///
/// Compiling runs on the background executor, with the newest document only: a result that a later change has overtaken
/// is dropped. Everything else happens on the JavaFX thread, which is where observers are called.
public final class Session {

    /// Compiles a network for the window; pure.
    @FunctionalInterface
    public interface NetworkCompiler {
        Compilation compile(Network network, @Nullable DataSignature data);
    }

    /// Loads a project's data; takes its time.
    @FunctionalInterface
    public interface DataLoading {
        /// @throws io.netwright.text.UserException where the data cannot be had, with the place and the reason
        ProjectData load(DataSpec spec, Path folder);
    }

    /// A wish to see a place of the document: select the node, bring it into sight, put the cursor into the property.
    ///
    /// @param port     null where it is not about a port
    /// @param property null where it is not about a property
    public record Focus(
            String node, @Nullable String port, @Nullable String property) {}

    private static final Compilation NOTHING =
            new Compilation(Network.EMPTY, Optional.empty(), List.of(), Map.of(), Map.of(), Map.of(), List.of());

    private final LayerRegistry registry;
    private final NetworkCompiler compiler;
    private final DataLoading loading;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;

    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Editor> editor = new ReadOnlyObjectWrapper<>(new Editor(Design.EMPTY));
    private final ReadOnlyObjectWrapper<Design> design = new ReadOnlyObjectWrapper<>(Design.EMPTY);
    private final ReadOnlyObjectWrapper<List<String>> level = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Design> here = new ReadOnlyObjectWrapper<>(Design.EMPTY);
    private final ReadOnlyObjectWrapper<Compilation> compiledHere = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Set<String>> selection = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Message> undoLabel = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> redoLabel = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Compilation> compilation = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper compiling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ProjectData> data = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserException> dataProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loadingData = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ViewId> view = new SimpleObjectProperty<>(ViewId.DESIGN);
    private final List<Consumer<Focus>> focusListeners = new CopyOnWriteArrayList<>();

    private final AtomicLong version = new AtomicLong();
    private final AtomicLong dataVersion = new AtomicLong();
    private final ChangeListener<Object> dataChanged = (property, was, is) -> {
        follow(editor.get());
        load();
    };
    private final ChangeListener<Object> settingsChanged = (property, was, is) -> follow(editor.get());
    private final Advice advice;
    private Runnable stopListening;

    /// @param background where compiling and loading run; at least two tasks at a time, so that a large data set holds
    ///   up
    ///                   no compilation
    /// @param ui         the way back to the JavaFX thread, such as [FxThread#EXECUTOR]
    /// @param failures   hears of defects in the background, on the JavaFX thread
    public Session(
            LayerRegistry registry,
            NetworkCompiler compiler,
            DataLoading loading,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.registry = registry;
        this.compiler = compiler;
        this.loading = loading;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        this.stopListening = editor.get().listen(this::changed);
        this.advice = new Advice(this, background, ui);
    }

    /// Opens a project in place of the one that was open; null closes it. Asks nothing.
    public void open(@Nullable OpenProject next) {
        OpenProject before = project.get();
        if (before != null) {
            before.dataProperty().removeListener(dataChanged);
            before.trainingProperty().removeListener(settingsChanged);
            before.unsavedWeightsProperty().removeListener(settingsChanged);
        }
        stopListening.run();
        Editor opened = next == null ? new Editor(Design.EMPTY) : next.editor();
        stopListening = opened.listen(this::changed);
        if (next != null) {
            next.dataProperty().addListener(dataChanged);
            next.trainingProperty().addListener(settingsChanged);
            next.unsavedWeightsProperty().addListener(settingsChanged);
        }
        take(NOTHING);
        data.set(null);
        dataProblem.set(null);
        editor.set(opened);
        project.set(next);
        follow(opened);
        load();
        compile();
    }

    private void changed(Editor.Change change) {
        follow(editor.get());
        if (change.network()) {
            compile();
        }
    }

    private void follow(Editor from) {
        if (!from.level().equals(level.get())) {
            level.set(from.level());
            compiledHere.set(compilation().inside(from.level()));
        }
        here.set(from.here());
        design.set(from.design());
        selection.set(from.selection());
        canUndo.set(from.canUndo());
        canRedo.set(from.canRedo());
        undoLabel.set(from.undoLabel().orElse(null));
        redoLabel.set(from.redoLabel().orElse(null));
        OpenProject open = project.get();
        dirty.set(open != null && open.isDirty());
    }

    private void take(Compilation result) {
        compilation.set(result);
        // last, so that whoever follows this one finds both to be of the same network
        compiledHere.set(result.inside(level.get()));
    }

    private void compile() {
        long mine = version.incrementAndGet();
        Network network = editor.get().network();
        DataSignature signature = signature();
        compiling.set(true);
        background.execute(() -> {
            if (mine != version.get()) {
                return;
            }
            try {
                Compilation result = compiler.compile(network, signature);
                ui.execute(() -> compiled(mine, result, null));
            } catch (RuntimeException | Error e) {
                ui.execute(() -> compiled(mine, null, e));
            }
        });
    }

    private void compiled(long mine, @Nullable Compilation result, @Nullable Throwable failure) {
        if (mine != version.get()) {
            return;
        }
        compiling.set(false);
        if (result != null) {
            take(result);
        }
        if (failure != null) {
            failures.accept(failure);
        }
    }

    private void load() {
        long mine = dataVersion.incrementAndGet();
        OpenProject open = project.get();
        DataSpec spec = open == null ? null : open.dataProperty().get();
        if (open == null || spec == null) {
            loadingData.set(false);
            loaded(mine, null, null);
            return;
        }
        loadingData.set(true);
        Path folder = open.folder();
        background.execute(() -> {
            if (mine != dataVersion.get()) {
                return;
            }
            try {
                ProjectData result = loading.load(spec, folder);
                ui.execute(() -> loaded(mine, result, null));
            } catch (RuntimeException | Error e) {
                ui.execute(() -> loaded(mine, null, e));
            }
        });
    }

    private void loaded(long mine, @Nullable ProjectData result, @Nullable Throwable failure) {
        if (mine != dataVersion.get()) {
            return;
        }
        loadingData.set(false);
        DataSignature before = signature();
        dataProblem.set(failure instanceof UserException refusal ? refusal : null);
        data.set(result);
        if (failure != null && !(failure instanceof UserException)) {
            failures.accept(failure);
        }
        if (!Objects.equals(before, signature())) {
            compile();
        }
    }

    /// Loads the open project's data anew, because a file of it was changed outside the program.
    public void reloadData() {
        load();
    }

    /// Saves the open project where it lies, without its weights.
    ///
    /// @throws UserException where that cannot be written to; nothing is lost then, and the work stays unsaved
    public void save(ProjectStore store) {
        OpenProject open = project.get();
        if (open != null) {
            Project now = open.current();
            store.save(open.folder(), now);
            open.markSaved(now);
            follow(open.editor());
        }
    }

    /// @return how the network is to be trained; the defaults where no project is open
    public TrainingSpec training() {
        OpenProject open = project.get();
        return open == null ? TrainingSpec.DEFAULT : open.trainingProperty().get();
    }

    public LayerRegistry registry() {
        return registry;
    }

    /// @return the layer of that node, where the registry has it
    public Optional<Layer> layerOf(Node node) {
        return registry.find(node.type());
    }

    /// @return the open project; holds null where none is open
    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /// @return the open document's editor; another object when another project is opened, never null
    public ReadOnlyObjectProperty<Editor> editorProperty() {
        return editor.getReadOnlyProperty();
    }

    public Editor editor() {
        return editor.get();
    }

    /// @return the document now
    public ReadOnlyObjectProperty<Design> designProperty() {
        return design.getReadOnlyProperty();
    }

    /// @return the network now
    public Network network() {
        return design.get().network();
    }

    /// @return the blocks that lead to the level that is open, from the outermost; empty for the document itself
    public ReadOnlyObjectProperty<List<String>> levelProperty() {
        return level.getReadOnlyProperty();
    }

    /// @return what is at the level that is open
    public ReadOnlyObjectProperty<Design> hereProperty() {
        return here.getReadOnlyProperty();
    }

    /// @return the network of the level that is open
    public Network networkHere() {
        return here.get().network();
    }

    /// @return what the compiler made of the level that is open; see [Compilation#inside]
    public ReadOnlyObjectProperty<Compilation> compiledHereProperty() {
        return compiledHere.getReadOnlyProperty();
    }

    public Compilation compiledHere() {
        return compiledHere.get();
    }

    /// @return the path from the document of a node at the level that is open
    public String path(String name) {
        return editor().place().path(name);
    }

    /// @return the names of the selected nodes of the level that is open
    public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// @return what undo would undo; holds null where nothing
    public ReadOnlyObjectProperty<@Nullable Message> undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /// @return what redo would do again; holds null where nothing
    public ReadOnlyObjectProperty<@Nullable Message> redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /// @return whether there is unsaved work
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// @return whether nothing is under way in the background
    public boolean isSettled() {
        return !compiling.get() && !loadingData.get();
    }

    /// @return the newest finished compilation; while [#compilingProperty] holds it may be of an earlier document
    public ReadOnlyObjectProperty<Compilation> compilationProperty() {
        return compilation.getReadOnlyProperty();
    }

    public Compilation compilation() {
        return compilation.get();
    }

    /// @return whether a newer compilation is on its way
    public ReadOnlyBooleanProperty compilingProperty() {
        return compiling.getReadOnlyProperty();
    }

    /// @return the open project's data; holds null while it is loaded for the first time, where none is chosen, and
    ///   where
    ///     it cannot be had
    public ReadOnlyObjectProperty<@Nullable ProjectData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /// @return why the data cannot be had; holds null where nothing is wrong
    public ReadOnlyObjectProperty<@Nullable UserException> dataProblemProperty() {
        return dataProblem.getReadOnlyProperty();
    }

    /// @return whether data is being loaded
    public ReadOnlyBooleanProperty loadingDataProperty() {
        return loadingData.getReadOnlyProperty();
    }

    /// @return what the compiler knows of the data; null where there is none
    public @Nullable DataSignature signature() {
        ProjectData loaded = data.get();
        return loaded == null ? null : loaded.signature();
    }

    /// @return ways out of the network's problems
    public Advice advice() {
        return advice;
    }

    /// @return which view is shown; set it to go there
    public ObjectProperty<ViewId> viewProperty() {
        return view;
    }

    /// Goes to the design, opens the level that the node is at, selects the node and asks everyone who can to show the
    /// place. Of a part of a layer, the layer is shown.
    ///
    /// @param place with the node's path from the document; listeners get its name at its level
    public void focus(Focus place) {
        view.set(ViewId.DESIGN);
        List<String> way = new ArrayList<>(References.along(network(), place.node()).stream()
                .map(Node::name)
                .toList());
        if (way.isEmpty()) {
            return;
        }
        String name = way.removeLast();
        editor.get().go(way, Set.of(name));
        boolean exact = ("." + place.node()).endsWith("." + name);
        Focus at = exact ? new Focus(name, place.port(), place.property()) : new Focus(name, null, null);
        focusListeners.forEach(l -> l.accept(at));
    }

    /// Shows the place that a diagnostic is about; nothing where it is about the whole network.
    public void focus(Diagnostic diagnostic) {
        String node = diagnostic.node();
        if (node != null) {
            focus(new Focus(node, diagnostic.port(), diagnostic.property()));
        }
    }

    /// @param listener hears of each wish to see a place
    public void onFocus(Consumer<Focus> listener) {
        focusListeners.add(listener);
    }
}
