package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.data.Parameter;
import io.netwright.data.builtin.BuiltinDataSet;
import io.netwright.data.builtin.Builtins;
import io.netwright.data.generator.Generator;
import io.netwright.data.generator.Generators;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.layer.core.Dense;
import io.netwright.network.PropValue;
import io.netwright.project.json.JsonText;
import io.netwright.project.json.PropJson;
import io.netwright.text.Messages;
import io.netwright.train.TrainingSpec;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.train.optimizer.Optimizer;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.ParameterGroup;
import io.netwright.train.schedule.Schedule;
import io.netwright.train.schedule.ScheduleRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page that describes the format says what the registries say. Where it does not, the right table is in
/// `target/project-format/`, to be put into the page.
class FormatPageTest {

    private static final Path PAGE = Path.of("docs/project-format.md");
    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({"initialisers", "generators", "training", "optimizers", "schedules", "groups"})
    void theTableSaysWhatTheRegistrySays(String name) throws IOException {
        String right =
                switch (name) {
                    case "initialisers" -> initialisers();
                    case "generators" -> generators();
                    case "training" -> training();
                    case "schedules" -> schedules();
                    case "groups" -> settings(ParameterGroup.PROPS);
                    default -> optimizers();
                };
        Path copy = Files.createDirectories(Path.of("target/project-format")).resolve(name + ".md");
        Files.writeString(copy, right);
        String page = Files.readString(PAGE);
        String begin = "<!-- " + name + ": begin -->\n";
        String table = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("<!-- " + name + ": end -->"));
        assertEquals(right, table, () -> "docs/project-format.md: take the table from " + copy);
    }

    @Test
    void theExampleIsAProjectAsTheProgramWritesIt() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```json\n") + 8;
        String example = page.substring(from, page.indexOf("```", from));
        var files = new ProjectFile(LayerRegistry.STANDARD);
        Project project = files.parse("example", example.getBytes(StandardCharsets.UTF_8));
        assertEquals(example, new String(files.bytes(project), StandardCharsets.UTF_8));
    }

    @Test
    void theDataSetsOfTheProgramAreNamed() throws IOException {
        String named = Builtins.all().stream()
                .map(BuiltinDataSet::id)
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(" or "));
        assertEquals(true, Files.readString(PAGE).contains("`builtin`: " + named), named);
    }

    private static String props(List<Prop<?>> props) {
        return props.isEmpty() ? "–" : props.stream().map(FormatPageTest::prop).collect(Collectors.joining("<br>"));
    }

    private static <T> String prop(Prop<T> prop) {
        return "`" + prop.key() + "`: " + value(prop.encode(prop.defaultValue())) + ", " + expected(prop);
    }

    private static String value(PropValue value) {
        return "`" + JsonText.of(PropJson.encode(value)).strip() + "`";
    }

    /// Said once, below the initialisers.
    private static String expected(Prop<?> prop) {
        return prop instanceof Prop.InitProp ? "an initialiser" : WORDS.format(prop.expected());
    }

    private static String initialisers() {
        return "Initialisers are %s.\n"
                .formatted(Dense.WEIGHT_INIT.expected().args().getFirst());
    }

    private static String generators() {
        var table = new StringBuilder("| generator | parameters: default, what is allowed |\n| --- | --- |\n");
        for (Generator g : Generators.all()) {
            table.append("| `%s` | %s |\n"
                    .formatted(
                            g.id(),
                            g.parameters().stream()
                                    .map(FormatPageTest::parameter)
                                    .collect(Collectors.joining("<br>"))));
        }
        return table.toString();
    }

    private static String parameter(Parameter p) {
        String range =
                switch (p) {
                    case Parameter.Whole w -> "a whole number from " + w.min() + " to " + w.max();
                    case Parameter.Real r -> "a number from " + r.min() + " to " + r.max();
                };
        return "`" + p.key() + "`: " + value(p.defaultValue()) + ", " + range;
    }

    private static String training() {
        var table = new StringBuilder("| field | default | what is allowed |\n| --- | --- | --- |\n");
        table.append("| `optimizer` | `{\"type\": \"%s\"}` | as below |\n"
                .formatted(TrainingSpec.DEFAULT.optimizer().type()));
        table.append("| `schedule` | `{\"type\": \"%s\"}` | as below |\n"
                .formatted(TrainingSpec.DEFAULT.schedule().parts().getFirst().type()));
        TrainingSpec.PROPS.forEach(p -> table.append(row(p)));
        table.append("| `groups` | `[]` | a list of groups, as below |\n");
        table.append("| `metrics` | `%s` | a list of: %s |\n"
                .formatted(
                        TrainingSpec.DEFAULT.metrics().stream()
                                .map(m -> '"' + m + '"')
                                .toList(),
                        MetricRegistry.STANDARD.all().stream().map(Metric::key).collect(Collectors.joining(", "))));
        return table.toString();
    }

    private static String settings(List<Prop<?>> props) {
        return "| field | default | what is allowed |\n| --- | --- | --- |\n"
                + props.stream().map(FormatPageTest::row).collect(Collectors.joining());
    }

    private static <T> String row(Prop<T> prop) {
        return "| `%s` | %s | %s |\n"
                .formatted(prop.key(), value(prop.encode(prop.defaultValue())), WORDS.format(prop.expected()));
    }

    private static String optimizers() {
        var table = new StringBuilder("| type | hyper-parameters: default, what is allowed |\n| --- | --- |\n");
        for (Optimizer o : OptimizerRegistry.STANDARD.all()) {
            table.append(
                    "| `%s` | %s |\n".formatted(o.info().type(), props(o.info().props())));
        }
        return table.toString();
    }

    private static String schedules() {
        var table = new StringBuilder("| type | settings: default, what is allowed |\n| --- | --- |\n");
        for (Schedule s : ScheduleRegistry.STANDARD.all()) {
            table.append(
                    "| `%s` | %s |\n".formatted(s.info().type(), props(s.info().props())));
        }
        return table.toString();
    }
}
