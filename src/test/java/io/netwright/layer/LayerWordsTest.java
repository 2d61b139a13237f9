package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Everything that a layer shows or says has its words in each language.
class LayerWordsTest {

    static final List<Locale> languages = Messages.LOCALES;

    @ParameterizedTest
    @FieldSource("languages")
    void everyLayerHasItsWords(Locale language) {
        var needed = new TreeSet<String>();
        Arrays.stream(Family.values()).forEach(f -> needed.add("layers.family." + f.key()));
        InitCodec.TYPES.forEach(type -> needed.add("layers.init." + type));
        for (Layer layer : LayerRegistry.STANDARD.all()) {
            needed.add("layers." + layer.info().type() + ".help");
            for (Prop<?> prop : layer.info().props()) {
                needed.add("layers.prop." + prop.key());
                needed.add("layers.prop." + prop.key() + ".help");
                if (prop instanceof Prop.ChoiceProp choice) {
                    choice.options().forEach(o -> needed.add("layers.choice." + o));
                }
            }
        }
        assertEquals(List.of(), missing(needed, language));
    }

    /// Problems are named where they are found; their keys are read from the sources.
    @ParameterizedTest
    @FieldSource("languages")
    void everyProblemHasItsWords(Locale language) throws IOException {
        Pattern key = Pattern.compile("\"((?:layers|op|core)\\.(?:problem|expected)\\.[A-Za-z0-9.]+)\"");
        var needed = new TreeSet<String>();
        for (String room : List.of("layer", "op", "compile", "program")) {
            try (var files = Files.walk(Path.of("src/main/java/io/netwright", room))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    key.matcher(Files.readString(file)).results().forEach(m -> needed.add(m.group(1)));
                }
            }
        }
        assertEquals(List.of(), missing(needed, language));
    }

    private static List<String> missing(Iterable<String> keys, Locale language) {
        Messages messages = Messages.in(language);
        List<String> missing = new ArrayList<>();
        keys.forEach(key -> {
            if (!messages.has(key)) {
                missing.add(key);
            }
        });
        return missing;
    }
}
