package io.netwright.train;

import io.netwright.compile.Raw;
import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.train.optimizer.Optimizer;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A [TrainingSpec] to and from what stands in a project file.
final class SpecCodec {

    private static final String OPTIMIZER = "optimizer";
    private static final String TYPE = "type";
    private static final String METRICS = "metrics";

    private SpecCodec() {}

    static PropValue.Fields encode(TrainingSpec spec) {
        var fields = new LinkedHashMap<String, PropValue>();
        var optimizer = new LinkedHashMap<String, PropValue>();
        optimizer.put(TYPE, PropValue.of(spec.optimizer().type()));
        optimizer.putAll(spec.optimizer().props());
        fields.put(OPTIMIZER, PropValue.fields(optimizer));
        put(fields, TrainingSpec.EPOCHS, spec.epochs());
        put(fields, TrainingSpec.BATCH_SIZE, spec.batchSize());
        fields.put(TrainingSpec.SEED.key(), PropValue.of(spec.seed()));
        put(fields, TrainingSpec.PRECISION, spec.precision().text());
        put(fields, TrainingSpec.THREADS, spec.threads());
        put(fields, TrainingSpec.SHUFFLE, spec.shuffle());
        put(fields, TrainingSpec.LOG_EVERY, spec.logEvery());
        fields.put(
                METRICS,
                new PropValue.ListOf(spec.metrics().stream().map(PropValue::of).toList()));
        return new PropValue.Fields(fields);
    }

    private static <T> void put(Map<String, PropValue> fields, Prop<T> prop, T value) {
        fields.put(prop.key(), prop.encode(value));
    }

    static TrainingSpec decode(PropValue raw, Where at) {
        SequencedMap<String, PropValue> fields = fields(raw, at);
        List<String> known = Stream.concat(
                        Stream.of(OPTIMIZER, METRICS),
                        TrainingSpec.PROPS.stream().map(Prop::key))
                .toList();
        requireKnown(fields, known, at);
        return new TrainingSpec(
                optimizer(fields, at),
                get(fields, TrainingSpec.EPOCHS, at),
                get(fields, TrainingSpec.BATCH_SIZE, at),
                get(fields, TrainingSpec.SEED, at),
                Precision.parse(get(fields, TrainingSpec.PRECISION, at)),
                get(fields, TrainingSpec.THREADS, at),
                get(fields, TrainingSpec.SHUFFLE, at),
                metrics(fields, at),
                get(fields, TrainingSpec.LOG_EVERY, at));
    }

    private static OptimizerSpec optimizer(SequencedMap<String, PropValue> fields, Where base) {
        PropValue raw = fields.get(OPTIMIZER);
        if (raw == null) {
            return TrainingSpec.DEFAULT.optimizer();
        }
        Where at = inside(base, OPTIMIZER);
        SequencedMap<String, PropValue> said = fields(raw, at);
        Message types = Message.of("core.expected.choice", String.join(", ", OptimizerRegistry.STANDARD.types()));
        PropValue type = said.get(TYPE);
        if (!(type instanceof PropValue.Text(String name))) {
            throw refuse(inside(at, TYPE), types, type == null ? Message.of("core.nothing") : text(type));
        }
        Optimizer optimizer =
                OptimizerRegistry.STANDARD.find(name).orElseThrow(() -> refuse(inside(at, TYPE), types, text(type)));
        List<Prop<?>> props = optimizer.info().props();
        requireKnown(
                said,
                Stream.concat(Stream.of(TYPE), props.stream().map(Prop::key)).toList(),
                at);
        var set = new LinkedHashMap<String, PropValue>();
        for (Prop<?> prop : props) {
            PropValue value = said.get(prop.key());
            if (value != null) {
                get(said, prop, at);
                set.put(prop.key(), value);
            }
        }
        return new OptimizerSpec(name, set);
    }

    private static List<String> metrics(SequencedMap<String, PropValue> fields, Where base) {
        PropValue raw = fields.get(METRICS);
        if (raw == null) {
            return TrainingSpec.DEFAULT.metrics();
        }
        List<String> all =
                MetricRegistry.STANDARD.all().stream().map(Metric::key).toList();
        Message expected = Message.of("train.expected.metrics", String.join(", ", all));
        Where at = inside(base, METRICS);
        if (!(raw instanceof PropValue.ListOf(List<PropValue> values))) {
            throw refuse(at, expected, text(raw));
        }
        List<String> keys = new ArrayList<>();
        for (PropValue value : values) {
            if (!(value instanceof PropValue.Text(String key)) || !all.contains(key)) {
                throw refuse(new Where(at.file(), at.place() + "[" + keys.size() + "]"), expected, text(value));
            }
            keys.add(key);
        }
        return keys;
    }

    private static <T> T get(Map<String, PropValue> fields, Prop<T> prop, Where at) {
        PropValue raw = fields.get(prop.key());
        if (raw == null) {
            return prop.defaultValue();
        }
        try {
            return prop.decode(raw);
        } catch (Prop.PropException e) {
            throw refuse(inside(at, prop.key()), e.expected(), text(e.found()));
        }
    }

    private static SequencedMap<String, PropValue> fields(PropValue raw, Where at) {
        if (raw instanceof PropValue.Fields f) {
            return f.fields();
        }
        throw refuse(at, Message.of("train.expected.fields"), text(raw));
    }

    private static void requireKnown(Map<String, PropValue> fields, List<String> known, Where at) {
        for (String key : fields.keySet()) {
            if (!known.contains(key)) {
                throw new UserException(
                        Message.of("train.problem.unknownSetting", key),
                        inside(at, key),
                        Message.of("core.expected.choice", String.join(", ", known)),
                        Message.of("train.asIs", key),
                        null);
            }
        }
    }

    private static Where inside(Where at, String key) {
        return new Where(at.file(), at.place().isEmpty() ? key : at.place() + "." + key);
    }

    private static Message text(PropValue raw) {
        return Message.of("train.asIs", Raw.text(raw));
    }

    private static UserException refuse(Where where, Message expected, Message found) {
        return new UserException(Message.of("train.problem.setting", where.place()), where, expected, found, null);
    }
}
