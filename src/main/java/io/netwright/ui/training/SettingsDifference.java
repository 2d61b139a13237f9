package io.netwright.ui.training;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// In what the settings of two runs differ, in words.
final class SettingsDifference {

    private static final int MOST = 3;

    private SettingsDifference() {}

    /// @return the settings of `one` that differ from those of `other`, such as `Learning rate 0.01, Epochs 20`; empty
    ///     where none does
    static String of(TrainingSpec one, TrainingSpec other, Words words) {
        Map<String, String> mine = flat(one);
        Map<String, String> theirs = flat(other);
        List<String> parts = new ArrayList<>();
        mine.forEach((key, value) -> {
            if (!value.equals(theirs.get(key))) {
                parts.add(words.now("train.prop." + key) + " " + value);
            }
        });
        return String.join(", ", parts.subList(0, Math.min(MOST, parts.size())));
    }

    /// Plain settings only: what has parts of its own, such as groups of parameters, has no short words.
    private static Map<String, String> flat(TrainingSpec spec) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("optimizer", spec.optimizer().type());
        OptimizerRegistry.STANDARD
                .find(spec.optimizer().type())
                .ifPresent(o -> o.info().props().forEach(p -> put(flat, p.key(), encoded(spec.optimizer(), p))));
        spec.encode().fields().forEach((key, value) -> put(flat, key, value));
        return flat;
    }

    private static <T> PropValue encoded(OptimizerSpec optimizer, Prop<T> prop) {
        return prop.encode(optimizer.get(prop));
    }

    private static void put(Map<String, String> flat, String key, PropValue value) {
        switch (value) {
            case PropValue.Int(long n) -> flat.put(key, Long.toString(n));
            case PropValue.Real(double x) -> flat.put(key, LayerCard.shortened(x));
            case PropValue.Text(String t) -> flat.put(key, t);
            default -> {}
        }
    }
}
