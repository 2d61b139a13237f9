package io.netwright.ui.training;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.UserException;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.property.PropertyModel;
import io.netwright.ui.property.PropertySource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The training settings of a project as editable properties: the optimizer's, or the run's own.
///
/// Unlike a document, settings hold only what makes sense: what is not accepted stays in its field.
final class SettingsSource implements PropertySource {

    private final OpenProject project;
    private final boolean optimizer;

    /// @param optimizer whether these are the optimizer's hyper-parameters rather than the run's settings
    SettingsSource(OpenProject project, boolean optimizer) {
        this.project = project;
        this.optimizer = optimizer;
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
                TrainingSpec spec = project.trainingProperty().get();
                if (optimizer) {
                    return spec.optimizer().props().get(prop.key());
                }
                PropValue raw = spec.encode().fields().get(prop.key());
                return raw == null || raw.equals(prop.encode(prop.defaultValue())) ? null : raw;
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
                // settings have no history of their own
            }
        };
    }

    private void change(Prop<?> prop, @Nullable PropValue raw) {
        TrainingSpec spec = project.trainingProperty().get();
        if (optimizer) {
            OptimizerSpec o = spec.optimizer();
            project.trainingProperty()
                    .set(spec.withOptimizer(raw == null ? o.without(prop.key()) : o.with(prop.key(), raw)));
            return;
        }
        var fields = new LinkedHashMap<>(spec.encode().fields());
        if (raw == null) {
            fields.remove(prop.key());
        } else {
            fields.put(prop.key(), raw);
        }
        project.trainingProperty()
                .set(TrainingSpec.decode(PropValue.fields(fields), new UserException.Where("", "training")));
    }
}
