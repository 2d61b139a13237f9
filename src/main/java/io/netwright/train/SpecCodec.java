package io.netwright.train;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException.Where;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.train.optimizer.Clipping;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.ParameterGroup;
import io.netwright.train.optimizer.UpdateSpec;
import io.netwright.train.schedule.ScheduleRegistry;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A [TrainingSpec] to and from what stands in a project file.
final class SpecCodec {

    private static final String OPTIMIZER = "optimizer";
    private static final String SCHEDULE = "schedule";
    private static final String GROUPS = "groups";
    private static final String METRICS = "metrics";

    private SpecCodec() {}

    static PropValue.Fields encode(TrainingSpec spec) {
        var fields = new LinkedHashMap<String, PropValue>();
        UpdateSpec update = spec.update();
        fields.put(
                OPTIMIZER, typed(update.optimizer().type(), update.optimizer().props()));
        fields.put(SCHEDULE, encode(spec.schedule()));
        put(fields, TrainingSpec.EPOCHS, spec.epochs());
        put(fields, TrainingSpec.BATCH_SIZE, spec.batchSize());
        put(fields, ScheduleSequence.UNIT, spec.schedule().unit().text());
        fields.put(TrainingSpec.SEED.key(), PropValue.of(spec.seed()));
        put(fields, TrainingSpec.PRECISION, spec.precision().text());
        put(fields, TrainingSpec.THREADS, spec.threads());
        put(fields, TrainingSpec.SHUFFLE, spec.shuffle());
        put(fields, TrainingSpec.LOG_EVERY, spec.logEvery());
        put(fields, UpdateSpec.CLIP_NORM, update.clipping().norm());
        put(fields, UpdateSpec.CLIP_VALUE, update.clipping().value());
        put(fields, UpdateSpec.EMA_DECAY, update.emaDecay());
        fields.put(
                GROUPS,
                new PropValue.ListOf(
                        update.groups().stream().map(SpecCodec::encode).toList()));
        fields.put(
                METRICS,
                new PropValue.ListOf(spec.metrics().stream().map(PropValue::of).toList()));
        return new PropValue.Fields(fields);
    }

    private static PropValue typed(String type, Map<String, PropValue> props) {
        var fields = new LinkedHashMap<String, PropValue>();
        fields.put(Fields.TYPE, PropValue.of(type));
        fields.putAll(props);
        return PropValue.fields(fields);
    }

    /// One schedule stands by itself, several in a list.
    private static PropValue encode(ScheduleSequence sequence) {
        List<PropValue> parts =
                sequence.parts().stream().map(p -> typed(p.type(), p.props())).toList();
        return parts.size() == 1 ? parts.getFirst() : new PropValue.ListOf(parts);
    }

    private static PropValue encode(ParameterGroup group) {
        var fields = new LinkedHashMap<String, PropValue>();
        put(fields, ParameterGroup.PARAMETERS, group.parameters());
        put(fields, ParameterGroup.VECTORS, group.vectors());
        put(fields, ParameterGroup.LEARNING_RATE, group.learningRate());
        put(fields, ParameterGroup.WEIGHT_DECAY, group.weightDecay());
        return PropValue.fields(fields);
    }

    private static <T> void put(Map<String, PropValue> fields, Prop<T> prop, T value) {
        fields.put(prop.key(), prop.encode(value));
    }

    static TrainingSpec decode(PropValue raw, Where at) {
        Fields fields = Fields.of(raw, at);
        fields.requireKnown(Stream.concat(
                        Stream.of(OPTIMIZER, SCHEDULE, GROUPS, METRICS),
                        TrainingSpec.PROPS.stream().map(Prop::key))
                .toList());
        return new TrainingSpec(
                update(fields),
                schedule(fields),
                fields.get(TrainingSpec.EPOCHS),
                fields.get(TrainingSpec.BATCH_SIZE),
                fields.get(TrainingSpec.SEED),
                Precision.parse(fields.get(TrainingSpec.PRECISION)),
                fields.get(TrainingSpec.THREADS),
                fields.get(TrainingSpec.SHUFFLE),
                metrics(fields),
                fields.get(TrainingSpec.LOG_EVERY));
    }

    private static UpdateSpec update(Fields fields) {
        return new UpdateSpec(
                optimizer(fields),
                new Clipping(fields.get(UpdateSpec.CLIP_NORM), fields.get(UpdateSpec.CLIP_VALUE)),
                fields.get(UpdateSpec.EMA_DECAY),
                groups(fields));
    }

    private static OptimizerSpec optimizer(Fields fields) {
        PropValue raw = fields.values().get(OPTIMIZER);
        if (raw == null) {
            return TrainingSpec.DEFAULT.optimizer();
        }
        Fields said = Fields.of(raw, fields.inside(OPTIMIZER));
        String type = said.type(OptimizerRegistry.STANDARD.types());
        List<Prop<?>> props =
                OptimizerRegistry.STANDARD.find(type).orElseThrow().info().props();
        return new OptimizerSpec(type, said.raw(props, Fields.TYPE));
    }

    private static ScheduleSequence schedule(Fields fields) {
        ScheduleSequence usual = ScheduleSequence.CONSTANT;
        PropValue raw = fields.values().get(SCHEDULE);
        Where at = fields.inside(SCHEDULE);
        List<ScheduleSpec> parts =
                switch (raw) {
                    case null -> usual.parts();
                    case PropValue.ListOf list
                    when !list.values().isEmpty() ->
                        Fields.list(list, at, Message.of("train.expected.schedule"), SpecCodec::schedule);
                    case PropValue.Fields one -> List.of(schedule(one, at));
                    default -> throw Fields.refuse(at, Message.of("train.expected.schedule"), Fields.text(raw));
                };
        return new ScheduleSequence(parts, ScheduleSequence.Unit.parse(fields.get(ScheduleSequence.UNIT)));
    }

    private static ScheduleSpec schedule(PropValue raw, Where at) {
        Fields said = Fields.of(raw, at);
        String type = said.type(ScheduleRegistry.STANDARD.types());
        List<Prop<?>> props =
                ScheduleRegistry.STANDARD.find(type).orElseThrow().info().props();
        return new ScheduleSpec(type, said.raw(props, Fields.TYPE));
    }

    private static List<ParameterGroup> groups(Fields fields) {
        PropValue raw = fields.values().get(GROUPS);
        if (raw == null) {
            return TrainingSpec.DEFAULT.update().groups();
        }
        return Fields.list(raw, fields.inside(GROUPS), Message.of("train.expected.groups"), (value, at) -> {
            Fields group = Fields.of(value, at);
            group.requireKnown(ParameterGroup.PROPS.stream().map(Prop::key).toList());
            return new ParameterGroup(
                    group.get(ParameterGroup.PARAMETERS),
                    group.get(ParameterGroup.VECTORS),
                    group.get(ParameterGroup.LEARNING_RATE),
                    group.get(ParameterGroup.WEIGHT_DECAY));
        });
    }

    private static List<String> metrics(Fields fields) {
        PropValue raw = fields.values().get(METRICS);
        if (raw == null) {
            return TrainingSpec.DEFAULT.metrics();
        }
        List<String> all =
                MetricRegistry.STANDARD.all().stream().map(Metric::key).toList();
        Message expected = Message.of("train.expected.metrics", String.join(", ", all));
        return Fields.list(raw, fields.inside(METRICS), expected, (value, at) -> {
            if (value instanceof PropValue.Text(String key) && all.contains(key)) {
                return key;
            }
            throw Fields.refuse(at, expected, Fields.text(value));
        });
    }
}
