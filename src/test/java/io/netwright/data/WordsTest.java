package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.builtin.Builtins;
import io.netwright.data.csv.ColumnType;
import io.netwright.data.generator.Generators;
import io.netwright.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word that this room says exists in every language.
class WordsTest {

    private static final List<Class<? extends Choice>> CHOICES = List.of(
            CsvFormat.Delimiter.class,
            CsvFormat.Header.class,
            CsvFormat.Decimal.class,
            CsvFormat.Quoting.class,
            ColumnUse.class,
            ColumnType.class,
            DataReport.Role.class,
            DataSet.Kind.class,
            DataSource.InlineTarget.class,
            MissingRule.class,
            Part.class,
            Scaling.class,
            TargetSpec.Kind.class);

    @Test
    void everyChoiceHasALabel() {
        for (Class<? extends Choice> type : CHOICES) {
            for (Choice choice : type.getEnumConstants()) {
                Refused.requireReadable(choice.label());
            }
        }
    }

    @Test
    void aChoiceIsFoundByItsId() {
        assertEquals("one-hot", DataReport.Role.ONE_HOT.id());
        assertEquals(Optional.of(DataReport.Role.ONE_HOT), Choice.of(DataReport.Role.class, "one-hot"));
        assertEquals(Optional.empty(), Choice.of(Part.class, "TRAIN"));
    }

    @Test
    void everySourceAndParameterIsDescribed() {
        for (var generator : Generators.all()) {
            Refused.requireReadable(generator.title());
            Refused.requireReadable(generator.about());
            for (Parameter parameter : generator.parameters()) {
                Refused.requireReadable(parameter.label());
                Refused.requireReadable(parameter.help());
            }
        }
        for (var builtin : Builtins.all()) {
            Refused.requireReadable(builtin.title());
            Refused.requireReadable(builtin.about());
        }
    }

    /// Keys written out in the sources are looked for in the bundles; places in a project file look alike and are not
    /// keys.
    @Test
    void everyKeyInTheSourcesIsInTheBundles() throws IOException {
        Pattern key = Pattern.compile("\"(data\\.[a-z-]+(?:\\.[a-z-]+)*)\"");
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/netwright/data"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                key.matcher(Files.readString(file)).results().forEach(r -> found.add(r.group(1)));
            }
        }
        found.removeIf(k -> k.startsWith("data.source.") || k.equals("data.split"));
        assertTrue(found.size() > 80, "keys are found: " + found.size());
        for (Locale locale : Messages.LOCALES) {
            Messages messages = Messages.in(locale);
            assertEquals(List.of(), found.stream().filter(k -> !messages.has(k)).toList());
        }
    }
}
