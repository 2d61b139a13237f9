package io.netwright.app;

import io.netwright.layer.Layer;
import io.netwright.layer.template.Template;
import io.netwright.layer.template.Templates;
import io.netwright.text.Message;
import io.netwright.ui.Action;
import io.netwright.ui.FxThread;
import io.netwright.ui.LessonReader;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Session;
import io.netwright.ui.Stock;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.analysis.AnalysisView;
import io.netwright.ui.canvas.CanvasActions;
import io.netwright.ui.canvas.CanvasView;
import io.netwright.ui.canvas.CanvasViewModel;
import io.netwright.ui.inspector.InspectorView;
import io.netwright.ui.palette.PaletteView;
import io.netwright.ui.problems.ProblemsView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The design view: palette, canvas, inspector, and the list of problems below the canvas.
final class DesignView implements View {

    private static final double PALETTE_WIDTH = 200;
    private static final double INSPECTOR_WIDTH = 300;

    private final CanvasViewModel model;
    private final CanvasView canvas;
    private final NetworkFigures figures;
    private final PaletteView palette;
    private final ProblemsView problems;
    private final AnalysisView analysis;
    private final BorderPane root = new BorderPane();
    private final List<Action> actions = new ArrayList<>();

    /// @param own    what the person keeps in the palette
    /// @param onward what comes after designing, first in the top bar
    DesignView(
            Session session,
            Training training,
            Words words,
            Executor background,
            Pane floats,
            OwnPieces own,
            LessonReader lessons,
            Consumer<Throwable> failures,
            List<Action> onward) {
        model = new CanvasViewModel(session, words, background);
        canvas = new CanvasView(model);
        model.keepIn(own);
        palette = new PaletteView(session.registry(), own, words, canvas.dropTarget(), floats);
        InspectorView inspector = new InspectorView(session, words, lessons::open);
        problems = new ProblemsView(session, words);
        analysis = new AnalysisView(session, words);

        figures = new NetworkFigures(training, words, canvas, background, FxThread.EXECUTOR, failures);
        StackPane stage = new StackPane(canvas, figures);
        stage.setMinSize(0, 0);
        StackPane.setAlignment(figures, Pos.TOP_LEFT);
        BorderPane middle = new BorderPane(stage);
        middle.setBottom(problems);
        root.setCenter(middle);
        // a table of six columns needs the whole width
        root.setBottom(analysis);
        root.setLeft(new SidePanel(palette, SidePanel.Side.LEFT, PALETTE_WIDTH));
        root.setRight(new SidePanel(inspector, SidePanel.Side.RIGHT, INSPECTOR_WIDTH));
        session.onFocus(place -> canvas.reveal(place.node()));

        actions.addAll(onward);
        actions.add(Action.of("design.action.arrange", model::arrange)
                .icon(Feather.LAYOUT)
                .disabledWhen(model.arrangingProperty())
                .inBar());
        actions.add(Action.of("design.action.fit", canvas::fit)
                .icon(Feather.MAXIMIZE)
                .shortcut("Shift+F"));
        actions.add(Action.of("design.action.findLayer", palette::focusSearch)
                .icon(Feather.SEARCH)
                .shortcut("Shift+A"));
        actions.add(Action.of("design.action.analyse", this::toggleAnalysis)
                .icon(Feather.BAR_CHART_2)
                .shortcut("F9"));
        actions.addAll(CanvasActions.of(canvas));
        for (Layer layer : session.registry().all()) {
            String type = layer.info().type();
            actions.add(Action.of("design.action.add" + type, () -> canvas.dropTarget()
                            .add(new Stock.OfLayer(layer.info())))
                    .label(new ReadOnlyObjectWrapper<>(Message.of("design.edit.add", type)))
                    .icon(Feather.PLUS));
        }
        for (Template template : Templates.ALL) {
            actions.add(Action.of("design.action.addTemplate." + template.key(), () -> canvas.dropTarget()
                            .add(new Stock.OfTemplate(template)))
                    .label(new ReadOnlyObjectWrapper<>(Message.of("design.edit.add", template.title())))
                    .icon(Feather.PLUS));
        }
    }

    @Override
    public ViewId id() {
        return ViewId.DESIGN;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void onShown() {
        figures.inSight(true);
    }

    @Override
    public void onHidden() {
        figures.inSight(false);
    }

    @Override
    public boolean isSettled() {
        return canvas.isSettled()
                && !figures.isBusy()
                && !model.arrangingProperty().get();
    }

    private void toggleAnalysis() {
        problems.openProperty().set(false);
        analysis.openProperty().set(!analysis.openProperty().get());
    }

    void toggleProblems() {
        analysis.openProperty().set(false);
        problems.openProperty().set(!problems.openProperty().get());
    }
}
