package io.netwright.project;

import io.netwright.data.Choice;
import io.netwright.data.ColumnRef;
import io.netwright.data.ColumnUse;
import io.netwright.data.CsvFormat;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.MissingRule;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.TargetSpec;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.network.Wire;
import io.netwright.tensor.Precision;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Clipping;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.ParameterGroup;
import io.netwright.train.optimizer.UpdateSpec;
import io.netwright.train.schedule.ScheduleRegistry;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Projects from a seed: everything that the program can hold, sensible or not.
final class RandomProjects {

    private static final List<String> NAMES = List.of(
            "dense", "conv", "a.b", "two words", "\u540d\u5b57", "\"quoted\"", "7", "\ud83d\ude00", "$x", "in", "a\\b");

    private final Random random;

    private RandomProjects(long seed) {
        this.random = new Random(seed);
    }

    static Project of(long seed) {
        return new RandomProjects(seed).project();
    }

    private Project project() {
        Project project = Project.empty(pick(NAMES) + random.nextInt(9)).withDesign(design());
        var lesson = new LinkedHashMap<String, String>();
        if (random.nextBoolean()) {
            lesson.put("en", "lesson_en.md");
            lesson.put("zh-CN", "texts/\u8bfe\u6587.md");
        }
        var extra = new LinkedHashMap<String, PropValue>();
        if (random.nextBoolean()) {
            extra.put("$schema", PropValue.of("https://example.org/project-1.schema.json"));
            extra.put("x-" + random.nextInt(9), value(3));
        }
        return new Project(
                project.name(),
                lesson,
                project.design(),
                random.nextInt(5) == 0 ? null : data(),
                random.nextInt(5) == 0 ? TrainingSpec.DEFAULT : training(),
                extra);
    }

    private Design design() {
        Design design = design(2);
        return new Design(
                design.network(),
                design.layout(),
                random.nextBoolean()
                        ? Variables.NONE
                        : Variables.NONE.with("width", random.nextInt(9)).with("r", real()));
    }

    /// @param depth how many levels of blocks there may be inside
    private Design design(int depth) {
        var nodes = new LinkedHashMap<String, Node>();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            String name = pick(NAMES) + (random.nextBoolean() ? i : "");
            Node node = Node.of(name, pick(LayerRegistry.STANDARD.types()));
            for (int p = random.nextInt(4); p > 0; p--) {
                node = node.with(pick(List.of("units", "kernel", "weightInit", "bias", "made up")), value(3));
            }
            if (depth > 0 && random.nextInt(4) == 0) {
                Design inside = design(depth - 1);
                node = new Node(name, Block.TYPE, node.props(), new Block(inside.network(), inside.layout()));
            } else if (depth < 2 && random.nextInt(4) == 0) {
                node = Node.of(name, random.nextBoolean() ? Block.INPUT : Block.OUTPUT);
            }
            nodes.put(name, node);
        }
        List<String> names = List.copyOf(nodes.keySet());
        var wires = new LinkedHashSet<Wire>();
        for (int i = random.nextInt(8); i > 0 && !names.isEmpty(); i--) {
            wires.add(new Wire(new Port(pick(names), pick(List.of("out", "b"))), new Port(pick(names), "in")));
        }
        var positions = new LinkedHashMap<String, Position>();
        for (String name : names) {
            if (random.nextBoolean()) {
                positions.put(name, new Position(random.nextInt(9) * 8, random.nextGaussian() * 1e3));
            }
        }
        return new Design(new Network(nodes.values(), wires), new Layout(positions));
    }

    private PropValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> PropValue.of(random.nextBoolean());
            case 1 -> PropValue.of(random.nextLong() >> random.nextInt(64));
            case 2 -> PropValue.of(real());
            case 3 -> PropValue.of((double) random.nextInt(5));
            case 4 -> PropValue.of(pick(NAMES));
            case 5 -> new PropValue.Formula("2*" + pick(NAMES), PropValue.of(random.nextInt(9)));
            case 6 ->
                new PropValue.ListOf(IntStream.range(0, random.nextInt(40))
                        .mapToObj(i -> value(depth - 2))
                        .toList());
            default -> {
                var fields = new LinkedHashMap<String, PropValue>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(pick(List.of("type", "value", "values", "\u503c")), value(depth - 1));
                }
                yield PropValue.fields(fields);
            }
        };
    }

    private double real() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : random.nextGaussian();
    }

    private DataSpec data() {
        DataSpec spec = DataSpec.of(source());
        if (random.nextBoolean()) {
            spec = spec.withSplit(new SplitSpec(
                    pick(List.of(0.7, 1.0, -0.0, Double.NaN)), 0.2, random.nextDouble(), random.nextLong(), false));
        } else if (random.nextBoolean()) {
            SplitSpec s = spec.split();
            spec = spec.withSplit(
                    new SplitSpec(s.train(), s.validation(), s.test(), random.nextInt(3), random.nextBoolean()));
        }
        return random.nextBoolean() ? spec : spec.withScaling(choice(Scaling.class));
    }

    private DataSource source() {
        switch (random.nextInt(4)) {
            case 0 -> {
                var generated = new DataSource.Generated(pick(List.of("spirals", "none such")));
                for (int i = random.nextInt(3); i > 0; i--) {
                    generated = generated.with(pick(List.of("points", "noise", "seed")), value(1));
                }
                return generated;
            }
            case 1 -> {
                return new DataSource.Builtin(pick(List.of("iris", "digits", "none such")));
            }
            case 2 -> {
                return csv();
            }
            default -> {
                int rows = random.nextInt(4);
                return new DataSource.Inline(
                        rows(rows), rows(rows), choice(DataSource.InlineTarget.class), names(), names());
            }
        }
    }

    private DataSource csv() {
        List<DataSource.ColumnRule> rules = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add(new DataSource.ColumnRule(column(), choice(ColumnUse.class)));
        }
        List<ColumnRef> target = random.nextBoolean() ? List.of() : List.of(column(), column());
        return new DataSource.Csv("data/\u6570\u636e.csv")
                .withFormat(new CsvFormat(
                        choice(CsvFormat.Delimiter.class),
                        choice(CsvFormat.Header.class),
                        choice(CsvFormat.Decimal.class),
                        choice(CsvFormat.Quoting.class),
                        pick(List.of(CsvFormat.DETECT_ENCODING, "GB18030"))))
                .withTarget(new TargetSpec(target, choice(TargetSpec.Kind.class)))
                .withColumns(rules)
                .withMissing(choice(MissingRule.class));
    }

    private ColumnRef column() {
        return random.nextBoolean() ? ColumnRef.of(pick(NAMES)) : ColumnRef.of(random.nextInt(9) - 3);
    }

    private List<List<Double>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, random.nextInt(4))
                        .mapToObj(j -> pick(List.of(0.0, 1.0, -0.0, Double.NEGATIVE_INFINITY, real())))
                        .toList())
                .toList();
    }

    private List<String> names() {
        return random.nextBoolean() ? List.of() : List.of(pick(NAMES), "b");
    }

    private TrainingSpec training() {
        var optimizer = pick(OptimizerRegistry.STANDARD.types());
        return new TrainingSpec(
                new UpdateSpec(
                        random.nextBoolean()
                                ? OptimizerSpec.of(optimizer)
                                : OptimizerSpec.of(optimizer).with("learningRate", PropValue.of(random.nextDouble())),
                        new Clipping(pick(List.of(0.0, 1.0)), pick(List.of(0.0, 0.5))),
                        pick(List.of(0.0, 0.99)),
                        pick(List.of(List.of(), List.of(ParameterGroup.VECTORS_UNDECAYED)))),
                schedule(),
                pick(List.of(20, 1, 1000)),
                pick(List.of(32, 1, 64)),
                random.nextInt(5),
                pick(List.of(Precision.values())),
                pick(List.of(1, 2, 8)),
                random.nextBoolean(),
                pick(List.of(List.of(), List.of("accuracy"), TrainingSpec.DEFAULT.metrics())),
                pick(List.of(1, 100)));
    }

    private ScheduleSequence schedule() {
        List<ScheduleSpec> parts = new ArrayList<>();
        for (int k = random.nextInt(3); k >= 0; k--) {
            ScheduleSpec part = ScheduleSpec.of(pick(ScheduleRegistry.STANDARD.types()));
            parts.add(random.nextBoolean() ? part : part.with(ScheduleSpec.LENGTH, 1 + random.nextInt(9)));
        }
        return new ScheduleSequence(parts, pick(List.of(ScheduleSequence.Unit.values())));
    }

    private <E extends Enum<E> & Choice> E choice(Class<E> type) {
        return pick(List.of(type.getEnumConstants()));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
