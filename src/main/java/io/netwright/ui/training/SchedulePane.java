package io.netwright.ui.training;

import io.netwright.data.Part;
import io.netwright.layer.Prop;
import io.netwright.train.TrainingSpec;
import io.netwright.train.schedule.Constant;
import io.netwright.train.schedule.Pace;
import io.netwright.train.schedule.ScheduleRegistry;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import io.netwright.ui.Icons;
import io.netwright.ui.LearningRates;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropertyRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How the learning rate goes over the run: its curve, and the schedules one after the other, each with its settings.
final class SchedulePane extends VBox {

    /// An epoch's steps where no data says how many there are.
    private static final int SOME_STEPS = 100;

    private final Session session;
    private final OpenProject project;
    private final Words words;
    private final ScheduleCurve curve = new ScheduleCurve();
    private final VBox parts = new VBox(10);
    private final List<PropertyRow> rows = new ArrayList<>();
    private List<String> shown = List.of();

    SchedulePane(Session session, OpenProject project, Words words) {
        super(8);
        this.session = session;
        this.project = project;
        this.words = words;
        PropertyRow unit = new PropertyRow(SettingsSource.run(project), words, ScheduleSequence.UNIT);
        Button then = words.bind(new Button(), "panels.train.thenSchedule");
        then.setId("schedule-then");
        then.setGraphic(Icons.of(Feather.PLUS));
        then.getStyleClass().add(Styles.QUIET);
        then.setOnAction(e -> append());
        getChildren().addAll(curve, parts, then, unit);
        rows.add(unit);
        refresh();
    }

    private ScheduleSequence sequence() {
        return project.trainingProperty().get().schedule();
    }

    private void set(List<ScheduleSpec> next) {
        TrainingSpec spec = project.trainingProperty().get();
        project.trainingProperty().set(spec.withSchedule(spec.schedule().with(next)));
    }

    /// What comes after something needs that to end: a tenth of the run, for a start.
    private void append() {
        List<ScheduleSpec> next = new ArrayList<>(sequence().parts());
        ScheduleSpec last = next.getLast();
        if (last.get(ScheduleSpec.LENGTH) == 0) {
            long tenth = Math.max(1, pace().units() / 10);
            next.set(next.size() - 1, last.with(ScheduleSpec.LENGTH, (int) Math.min(tenth, Integer.MAX_VALUE)));
        }
        next.add(ScheduleSpec.of(Constant.TYPE));
        set(next);
    }

    /// Shows the settings as they are now.
    void refresh() {
        List<String> types = sequence().parts().stream().map(ScheduleSpec::type).toList();
        if (!types.equals(shown)) {
            shown = types;
            rows.subList(1, rows.size()).clear();
            parts.getChildren().clear();
            for (int k = 0; k < types.size(); k++) {
                parts.getChildren().add(part(k));
            }
        }
        rows.forEach(PropertyRow::refresh);
        curve.show(pace(), LearningRates.of(project.trainingProperty().get()));
    }

    private Pace pace() {
        TrainingSpec spec = project.trainingProperty().get();
        ProjectData data = session.dataProperty().get();
        int samples = data == null ? 0 : data.data().split().size(Part.TRAIN);
        int steps = samples == 0 ? SOME_STEPS : Math.ceilDiv(samples, spec.batchSize());
        return new Pace(spec.schedule(), steps, spec.epochs());
    }

    private Node part(int k) {
        String type = shown.get(k);
        ComboBox<String> types = new ComboBox<>();
        types.setId("schedule-type-" + k);
        types.getItems().setAll(ScheduleRegistry.STANDARD.types());
        types.setValue(type);
        types.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(types, Priority.ALWAYS);
        types.valueProperty().addListener((p, was, is) -> replace(k, is));
        HBox head = new HBox(6, types);
        head.setAlignment(Pos.CENTER_LEFT);
        if (shown.size() > 1) {
            Button remove = new Button();
            remove.setId("schedule-remove-" + k);
            remove.setGraphic(Icons.of(Feather.X));
            remove.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
            remove.setTooltip(words.tooltip("panels.train.removeSchedule"));
            remove.setOnAction(e -> remove(k));
            head.getChildren().add(remove);
        }
        Label help = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "train.schedule." + type);
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(6, head, help);
        box.getStyleClass().add("nw-properties");
        SettingsSource source = SettingsSource.schedule(project, k);
        for (Prop<?> prop :
                ScheduleRegistry.STANDARD.find(type).orElseThrow().info().props()) {
            // the last one holds to the end
            if (k < shown.size() - 1 || !prop.equals(ScheduleSpec.LENGTH)) {
                PropertyRow row = new PropertyRow(source, words, prop);
                rows.add(row);
                box.getChildren().add(row);
            }
        }
        return box;
    }

    private void replace(int k, String type) {
        List<ScheduleSpec> next = new ArrayList<>(sequence().parts());
        ScheduleSpec was = next.get(k);
        if (!was.type().equals(type)) {
            next.set(k, ScheduleSpec.of(type).with(ScheduleSpec.LENGTH, was.get(ScheduleSpec.LENGTH)));
            set(next);
        }
    }

    private void remove(int k) {
        List<ScheduleSpec> next = new ArrayList<>(sequence().parts());
        next.remove(k);
        next.set(next.size() - 1, next.getLast().without(ScheduleSpec.LENGTH.key()));
        set(next);
    }
}
