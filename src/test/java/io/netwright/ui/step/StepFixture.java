package io.netwright.ui.step;

import io.netwright.compile.Compiler;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.train.DataSignatures;
import io.netwright.train.Moment;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.Action;
import io.netwright.ui.ActionButtons;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A step view on a session of its own, whose background work happens at once, below a bar with the view's actions.
final class StepFixture {

    final Words words;
    final Session session;
    final StepView view;
    final Scene scene;
    /// The run that the view may take its weights from.
    @Nullable
    Callable<Moment> moment;

    final IntegerProperty progress = new SimpleIntegerProperty();
    /// What the strip was told to light, in order: `dense1` or `dense1 backward`.
    final List<String> lit = new ArrayList<>();
    /// The wires that the strip was last told to draw as the way of the gradient.
    Set<Wire> path = Set.of();

    /// What stands on the strip's nodes, by its style.
    final Map<String, String> marks = new HashMap<>();

    StepFixture(
            Network network,
            DataSpec data,
            TrainingSpec training,
            Theme.Mode mode,
            Locale locale,
            double width,
            double height) {
        words = new Words(locale);
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        session = new Session(
                LayerRegistry.STANDARD,
                (n, signature) -> compiler.compile(n, signature, Compiler.Mode.TRAINING),
                (spec, folder) -> {
                    var loaded = DataLoader.load(spec, folder);
                    return new ProjectData(loaded, DataSignatures.of(loaded.prepared()));
                },
                Runnable::run,
                FxThread.EXECUTOR,
                StepFixture::fail);
        Project project = Project.empty("test")
                .withDesign(new Design(network, Layout.EMPTY))
                .withData(data)
                .withTraining(training);
        view = new StepView(
                session,
                words,
                new SessionSteps(session, () -> moment, progress),
                strip(),
                Runnable::run,
                FxThread.EXECUTOR,
                StepFixture::fail);
        session.open(new OpenProject(
                Path.of("."), project, Map.of(Locale.ENGLISH, LESSON, Locale.SIMPLIFIED_CHINESE, LESSON_ZH)));
        HBox bar = new HBox(8);
        bar.setStyle("-fx-padding: 8; -fx-alignment: center;");
        view.actions().stream()
                .filter(Action::isInBar)
                .map(a -> ActionButtons.button(a, words))
                .forEach(bar.getChildren()::add);
        HBox status = new HBox(view.status());
        status.setStyle("-fx-padding: 4 12 4 12;");
        BorderPane root = new BorderPane(view.node(), bar, null, status, null);
        scene = new Scene(root, width, height);
        new Theme(mode, words).attach(scene);
        view.onShown();
    }

    private static final String LESSON = """
            ## Blame flows backwards

            The output was too high for class 0 and too low for class 1. Watch how that *blame* reaches `dense2`:
            through **W₃**, and only where the ReLU was open.
            """;

    private static final String LESSON_ZH = """
            ## 责任向后传递

            第 0 类的输出偏高，第 1 类偏低。看看这份*责任*怎样经过 **W₃** 传到 `dense2`：只有 ReLU 打开的地方才能通过。
            """;

    private static void fail(Throwable failure) {
        throw new IllegalStateException(failure);
    }

    private NetworkStrip strip() {
        Region node = new Region();
        return new NetworkStrip() {
            @Override
            public Node node() {
                return node;
            }

            @Override
            public void focus(@Nullable String name, boolean backward) {
                if (name != null) {
                    lit.add(backward ? name + " backward" : name);
                }
            }

            @Override
            public void path(Set<Wire> wires) {
                path = wires;
            }

            @Override
            public void mark(String name, @Nullable Node badge) {
                if (badge == null) {
                    marks.remove(name);
                } else {
                    marks.put(name, badge.getStyleClass().getLast());
                }
            }
        };
    }
}
