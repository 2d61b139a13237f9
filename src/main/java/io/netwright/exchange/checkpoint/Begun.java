package io.netwright.exchange.checkpoint;

import io.netwright.data.Part;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run was begun with, as far as going on to the bit depends on it. What steers a run that there is, such as the
/// learning rate, is not among it.
final class Begun {

    private Begun() {}

    /// @return each by the name of its note
    static Map<String, String> of(TrainingPlan plan) {
        TrainingSpec spec = plan.spec();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("optimizer", spec.optimizer().type());
        notes.put("precision", spec.precision().text());
        notes.put("batchSize", Integer.toString(spec.batchSize()));
        notes.put("shuffle", Boolean.toString(spec.shuffle()));
        notes.put("threads", Integer.toString(spec.threads()));
        notes.put("samples", Integer.toString(plan.data().split().size(Part.TRAIN)));
        return notes;
    }
}
