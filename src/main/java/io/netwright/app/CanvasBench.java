package io.netwright.app;

import io.netwright.cli.CanvasFigures;
import io.netwright.cli.CanvasFigures.Frames;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.tensor.Shape;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.CanvasView;
import io.netwright.ui.canvas.CanvasViewModel;
import io.netwright.ui.canvas.Viewport;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.CardMetrics;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/// How smooth the canvas is with large networks: what one frame costs on the JavaFX thread, from the change of the view
/// to the last pixel, in software at 1280 x 800. Layout, styles and painting of the whole scene are in it, so that a
/// real window, which paints only what changed, is rather faster.
final class CanvasBench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int WARM_UP = 20;

    private final int frames;
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final WritableImage image = new WritableImage(WIDTH, HEIGHT);

    /// @param frames how many are measured of each kind
    CanvasBench(int frames) {
        this.frames = frames;
    }

    /// Blocks; not for the JavaFX thread.
    CanvasFigures run(int nodes) {
        Screenshots.startHeadless();
        Network network = network(nodes);
        double[] layout = new double[1];
        Map<String, Position> places = timed(
                layout,
                () -> AutoLayout.arrange(network, name -> new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.HEIGHT)));
        Design design = new Design(network, Layout.EMPTY.with(places));
        return FxThread.call(() -> measure(nodes, layout[0], design));
    }

    private CanvasFigures measure(int nodes, double layout, Design design) {
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        Words words = new Words(Locale.ENGLISH);
        Session session = new Session(
                LayerRegistry.STANDARD,
                (network, data) -> compiler.compile(
                        network, DataSignature.classes(Shape.of(8, 16, 16), 10), Compiler.Mode.TRAINING),
                (spec, folder) -> {
                    throw new IllegalStateException("the measured network has no data");
                },
                background::add,
                Runnable::run,
                failure -> {
                    throw new IllegalStateException(failure);
                });
        session.open(new OpenProject(Path.of("bench"), Project.empty("bench").withDesign(design), Map.of()));
        settle();
        double[] open = new double[1];
        CanvasView view = timed(open, () -> {
            CanvasView made = new CanvasView(new CanvasViewModel(session, words, Runnable::run));
            Scene scene = new Scene(new StackPane(made), WIDTH, HEIGHT);
            new Theme(Theme.Mode.DARK, words).attach(scene);
            scene.snapshot(image);
            return made;
        });
        Scene scene = view.getScene();
        Viewport viewport = view.viewport();
        viewport.zoomTo(1);
        Frames pan = frames(scene, i -> viewport.pan(i / 50 % 2 == 0 ? -14 : 14, i / 25 % 2 == 0 ? -6 : 6));
        Frames zoom = frames(scene, i -> {
            if (i % 60 == 0) {
                viewport.zoomTo(1);
            }
            viewport.zoomTo(viewport.zoom() * (i % 60 < 30 ? 0.93 : 1 / 0.93));
        });
        view.fit();
        Frames whole = frames(scene, i -> viewport.pan(i / 10 % 2 == 0 ? -7 : 7, 3 * (i % 2) - 1.5));
        viewport.zoomTo(1);
        String first = session.network().nodes().sequencedKeySet().stream()
                .filter(n -> n.startsWith("conv"))
                .findFirst()
                .orElseThrow();
        view.reveal(first);
        Frames edit = frames(
                scene, i -> session.editor().apply(Edits.setProperty(first, "groups", PropValue.of(1L + i % 2))));
        return new CanvasFigures(nodes, layout, open[0], edit, pan, zoom, whole);
    }

    private Frames frames(Scene scene, IntConsumer change) {
        for (int i = 0; i < WARM_UP; i++) {
            change.accept(i);
            scene.snapshot(image);
            settle();
        }
        double[] times = new double[frames];
        for (int i = 0; i < frames; i++) {
            long start = System.nanoTime();
            change.accept(i);
            scene.snapshot(image);
            times[i] = (System.nanoTime() - start) / 1e6;
            settle();
        }
        return Frames.of(times);
    }

    // compiling is no part of a frame: in the window it runs beside
    private void settle() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static <T> T timed(double[] milliseconds, Callable<T> work) {
        try {
            long start = System.nanoTime();
            T result = work.call();
            milliseconds[0] = (System.nanoTime() - start) / 1e6;
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// A residual network: convolutions with their normalisation and activation, a skip around every two.
    static Network network(int nodes) {
        List<Node> made = new ArrayList<>(List.of(Node.of("image", "Input")));
        List<Wire> wires = new ArrayList<>();
        String last = "image";
        String skip = last;
        for (int i = 1; made.size() < nodes; i++) {
            Node node =
                    switch (i % 7) {
                        case 1, 4 ->
                            Node.of("conv" + i, "Conv2d")
                                    .with("filters", PropValue.of(8L))
                                    .with("padding", PropValue.of("same"));
                        case 2, 5 -> Node.of("bn" + i, "BatchNorm");
                        case 6 -> Node.of("add" + i, "Add");
                        default -> Node.of("relu" + i, "ReLU");
                    };
            made.add(node);
            wires.add(Wire.of(last + ".out", node.name() + ".in"));
            if (node.type().equals("Add")) {
                wires.add(Wire.of(skip + ".out", node.name() + ".in"));
                skip = node.name();
            }
            last = node.name();
        }
        return new Network(made, wires);
    }
}
