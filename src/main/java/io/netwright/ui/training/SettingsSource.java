package io.netwright.ui.training;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.UserException;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.schedule.ScheduleSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.property.PropertyModel;
import io.netwright.ui.property.PropertySource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The training settings of a project as editable properties: the optimizer's, a schedule's, or the run's own.
///
/// Unlike a document, settings hold only what makes sense: what is not accepted stays in its field.
final class SettingsSource implements PropertySource {

    /// Settings with one of them changed; the value is null for the default.
    @FunctionalInterface
    private interface Change {
        TrainingSpec apply(TrainingSpec spec, Prop<?> prop, @Nullable PropValue raw);
    }

    private final OpenProject project;
    private final BiFunction<TrainingSpec, Prop<?>, @Nullable PropValue> read;
    private final Change change;

    private SettingsSource(
            OpenProject project, BiFunction<TrainingSpec, Prop<?>, @Nullable PropValue> read, Change change) {
        this.project = project;
        this.read = read;
        this.change = change;
    }

    /// The hyper-parameters of the optimizer.
    static SettingsSource optimizer(OpenProject project) {
        return new SettingsSource(
                project, (spec, prop) -> spec.optimizer().props().get(prop.key()), (spec, prop, raw) -> {
                    OptimizerSpec o = spec.optimizer();
                    return spec.withOptimizer(raw == null ? o.without(prop.key()) : o.with(prop.key(), raw));
                });
    }

    /// The settings of one part of the schedule.
    static SettingsSource schedule(OpenProject project, int part) {
        return new SettingsSource(
                project,
                (spec, prop) -> spec.schedule().parts().get(part).props().get(prop.key()),
                (spec, prop, raw) -> {
                    List<ScheduleSpec> parts = new ArrayList<>(spec.schedule().parts());
                    ScheduleSpec s = parts.get(part);
                    parts.set(part, raw == null ? s.without(prop.key()) : s.with(prop.key(), raw));
                    return spec.withSchedule(spec.schedule().with(parts));
                });
    }

    /// The settings of the run.
    static SettingsSource run(OpenProject project) {
        return new SettingsSource(project, SettingsSource::ofRun, (spec, prop, raw) -> {
            var fields = new LinkedHashMap<>(spec.encode().fields());
            if (raw == null) {
                fields.remove(prop.key());
            } else {
                fields.put(prop.key(), raw);
            }
            return TrainingSpec.decode(PropValue.fields(fields), new UserException.Where("", "training"));
        });
    }

    private static @Nullable PropValue ofRun(TrainingSpec spec, Prop<?> prop) {
        PropValue raw = spec.encode().fields().get(prop.key());
        return raw == null || raw.equals(usual(prop)) ? null : raw;
    }

    private static <T> PropValue usual(Prop<T> prop) {
        return prop.encode(prop.defaultValue());
    }

    @Override
    public String words(Prop<?> prop) {
        return "train.prop." + prop.key();
    }

    @Override
    public <T> PropertyModel<T> model(Prop<T> prop) {
        return new PropertyModel<>(prop) {
            @Override
            protected @Nullable PropValue written() {
                return read.apply(project.trainingProperty().get(), prop);
            }

            @Override
            protected void write(PropValue raw) {
                if (problem(raw).isEmpty()) {
                    change(prop, raw);
                }
            }

            @Override
            public void reset() {
                change(prop, null);
            }

            @Override
            public void done() {
                project.editor().seal();
            }
        };
    }

    private void change(Prop<?> prop, @Nullable PropValue raw) {
        TrainingSpec spec = project.trainingProperty().get();
        project.trainingProperty().set(change.apply(spec, prop, raw));
    }
}
