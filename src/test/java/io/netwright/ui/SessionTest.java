package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.project.Project;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The session with a background that works only when told to, task by task in any order.
class SessionTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Network> compiled = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Compiler compiler = new Compiler(LayerRegistry.STANDARD);
    private boolean broken;
    private final Session session = new Session(
            LayerRegistry.STANDARD, this::compile, SessionTest::load, background::add, Runnable::run, failures::add);

    private Compilation compile(Network network, DataSignature data) {
        if (broken) {
            throw new IllegalStateException("a defect");
        }
        compiled.add(network);
        return compiler.compile(network, data, Compiler.Mode.TRAINING);
    }

    private static ProjectData load(DataSpec spec, Path folder) {
        var loaded = DataLoader.load(spec, folder);
        return new ProjectData(loaded, DataSignatures.of(loaded.prepared()));
    }

    @Test
    void aChangeIsCompiledOffTheWindowsThread() {
        open(null);
        work();
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        assertTrue(session.compilingProperty().get());
        assertTrue(session.compilation().network().nodes().isEmpty(), "nothing is known before the work is done");
        work();
        assertFalse(session.compilingProperty().get());
        assertSame(session.network(), session.compilation().network());
    }

    @Test
    void whatALaterChangeHasOvertakenIsNotEvenBegun() {
        open(null);
        work();
        compiled.clear();
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        session.editor().apply(Edits.addNode("ReLU", "relu", null));
        work();
        assertEquals(List.of(session.network()), compiled);
    }

    @Test
    void aResultThatComesTooLateIsDropped() {
        open(null);
        work();
        List<Runnable> late = new ArrayList<>();
        var slow = new Session(
                LayerRegistry.STANDARD, this::compile, SessionTest::load, Runnable::run, late::add, failures::add);
        slow.open(new OpenProject(Path.of("p"), Project.empty("p"), Map.of()));
        slow.editor().apply(Edits.addNode("Dense", "dense", null));
        Runnable last = late.removeLast();
        last.run();
        Compilation newest = slow.compilation();
        late.forEach(Runnable::run);
        assertSame(newest, slow.compilation());
    }

    @Test
    void movingANodeOrSelectingItCompilesNothing() {
        open(null);
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        work();
        compiled.clear();
        session.editor().apply(Edits.move(Map.of("dense1", new io.netwright.network.Position(5, 5))));
        session.editor().select(Set.of());
        work();
        assertEquals(List.of(), compiled);
    }

    @Test
    void theDataDecideTheInputsShape() {
        open(DataSpec.of(new DataSource.Builtin("iris")));
        session.editor().apply(Edits.addNode("Input", "input", null));
        work();
        assertNotNull(session.dataProperty().get());
        assertEquals(
                "N × 4",
                session.compilation().shapes().values().iterator().next().toString());
    }

    @Test
    void dataThatCannotBeHadAreSaidAndTheNetworkStaysEditable() {
        open(DataSpec.of(new DataSource.Builtin("no such set")));
        work();
        assertNotNull(session.dataProblemProperty().get());
        assertNull(session.dataProperty().get());
        assertTrue(failures.isEmpty());
        session.projectProperty().get().dataProperty().set(DataSpec.of(new DataSource.Builtin("iris")));
        work();
        assertNull(session.dataProblemProperty().get());
        assertNotNull(session.dataProperty().get());
    }

    @Test
    void everythingThatTheFileSaysCanBeUnsaved() {
        OpenProject project = open(null);
        assertFalse(session.dirtyProperty().get());
        project.trainingProperty().set(TrainingSpec.DEFAULT.withEpochs(7));
        assertTrue(session.dirtyProperty().get());
        project.trainingProperty().set(TrainingSpec.DEFAULT);
        assertFalse(session.dirtyProperty().get());
        project.dataProperty().set(DataSpec.of(new DataSource.Builtin("iris")));
        assertTrue(session.dirtyProperty().get());
    }

    @Test
    void dataAndSettingsAreUndoneLikeTheNetwork() {
        OpenProject project = open(null);
        project.dataProperty().set(DataSpec.of(new DataSource.Builtin("iris")));
        work();
        assertNotNull(session.dataProperty().get());
        project.trainingProperty().set(TrainingSpec.DEFAULT.withEpochs(7));
        assertEquals(
                Message.of("design.edit.training"), session.undoLabelProperty().get());

        session.editor().undo();
        assertEquals(TrainingSpec.DEFAULT, session.training());
        session.editor().undo();
        work();
        assertNull(session.dataProperty().get(), "what is loaded follows");
        assertFalse(session.dirtyProperty().get());
        session.editor().redo();
        work();
        assertNotNull(session.dataProperty().get());
    }

    @Test
    void whatIsSavedIsTheProjectAsItIsNow() {
        open(null);
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        var store = new OneProject();
        session.save(store);
        assertEquals(1, store.saved.network().nodes().size());
        assertFalse(session.dirtyProperty().get());

        session.editor().undo();
        assertTrue(session.dirtyProperty().get());
        session.editor().redo();
        assertFalse(session.dirtyProperty().get(), "back at what was saved");
    }

    @Test
    void whereSavingFailsTheWorkStaysUnsaved() {
        open(null);
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        var store = new OneProject();
        store.full = true;
        org.junit.jupiter.api.Assertions.assertThrows(UserException.class, () -> session.save(store));
        assertTrue(session.dirtyProperty().get());
    }

    @Test
    void aDefectOfTheCompilerIsReportedAndDoesNotHang() {
        open(null);
        work();
        broken = true;
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        work();
        assertEquals(1, failures.size());
        assertFalse(session.compilingProperty().get());
    }

    @Test
    void anotherProjectLeavesNothingOfTheFirstBehind() {
        OpenProject first = open(DataSpec.of(new DataSource.Builtin("iris")));
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        work();
        open(null);
        work();
        assertNull(session.dataProperty().get());
        assertFalse(session.canUndoProperty().get());
        assertFalse(session.dirtyProperty().get());
        compiled.clear();
        first.editor().apply(Edits.addNode("ReLU", "relu", null));
        first.dataProperty().set(null);
        work();
        assertEquals(List.of(), compiled);
        assertTrue(session.network().nodes().isEmpty());
    }

    @Test
    void aWishToSeeAPlaceGoesToTheDesignAndSelects() {
        open(null);
        session.editor().apply(Edits.addNode("Dense", "dense", null));
        session.editor().select(Set.of());
        session.viewProperty().set(ViewId.TRAIN);
        List<Session.Focus> heard = new ArrayList<>();
        session.onFocus(heard::add);
        session.focus(new Session.Focus("dense1", null, "units"));
        assertEquals(ViewId.DESIGN, session.viewProperty().get());
        assertEquals(Set.of("dense1"), session.selectionProperty().get());
        assertEquals(List.of(new Session.Focus("dense1", null, "units")), heard);
    }

    private OpenProject open(DataSpec data) {
        var project = new OpenProject(Path.of("p"), Project.empty("p").withData(data), Map.of());
        session.open(project);
        return project;
    }

    private void work() {
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
    }

    private static final class OneProject implements ProjectStore {
        private Project saved;
        private boolean full;

        @Override
        public List<Sample> samples() {
            return List.of();
        }

        @Override
        public OpenProject open(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(Path folder, Project project) {
            if (full) {
                throw new UserException(Message.of("core.nothing"));
            }
            saved = project;
        }

        @Override
        public void create(Path folder, Project project) {
            save(folder, project);
        }

        @Override
        public void keep(Path folder, Project project) {}

        @Override
        public Optional<io.netwright.project.Recovery> recovery(Path folder) {
            return Optional.empty();
        }

        @Override
        public void discardRecovery(Path folder) {}
    }
}
