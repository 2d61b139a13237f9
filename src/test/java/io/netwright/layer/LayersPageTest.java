package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.project.json.JsonText;
import io.netwright.project.json.PropJson;
import io.netwright.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page that lists the layers says what the registry says. Where it does not, the right page is in
/// `target/docs/layers.md`, to be put in its place.
class LayersPageTest {

    private static final Path PAGE = Path.of("docs/layers.md");
    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    @Test
    void thePageSaysWhatTheRegistrySays() throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- catalogue: begin -->\n";
        String end = "<!-- catalogue: end -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        String right = catalogue();
        Path copy = Files.createDirectories(Path.of("target/docs")).resolve("layers.md");
        Files.writeString(copy, page.substring(0, from) + right + page.substring(to));
        assertEquals(right, page.substring(from, to), () -> "docs/layers.md: take it from " + copy);
    }

    private static String catalogue() {
        StringBuilder page = new StringBuilder();
        for (Family family : Family.values()) {
            List<LayerInfo> layers = LayerRegistry.STANDARD.all().stream()
                    .map(Layer::info)
                    .filter(info -> info.family() == family)
                    .toList();
            if (!layers.isEmpty()) {
                page.append("\n## ")
                        .append(WORDS.get("layers.family." + family.key()))
                        .append("\n");
                layers.forEach(info -> describe(info, page));
            }
        }
        return page.append('\n').toString();
    }

    private static void describe(LayerInfo info, StringBuilder page) {
        page.append("\n### ").append(info.type()).append("\n\n");
        page.append(WORDS.get("layers." + info.type() + ".help")).append("\n\n");
        page.append("$").append(info.formula()).append("$\n\n");
        page.append("Ports: ").append(ports(info.inputs())).append(" → ");
        page.append(ports(info.outputs())).append(". Also found as: ");
        page.append(String.join(", ", info.aliases())).append(".\n");
        if (!info.props().isEmpty()) {
            page.append("\n| property | | default | what is allowed |\n| --- | --- | --- | --- |\n");
            info.props().forEach(p -> page.append(row(info, p)));
        }
    }

    private static String ports(List<PortInfo> ports) {
        return ports.isEmpty()
                ? "none"
                : ports.stream()
                        .map(p -> "`" + p.name() + "`"
                                + (p.variadic() ? " (many)" : "")
                                + (p.optional() ? " (optional)" : ""))
                        .collect(Collectors.joining(", "));
    }

    private static <T> String row(LayerInfo info, Prop<T> prop) {
        String own = "layers." + info.type() + "." + prop.key();
        String label = WORDS.get(WORDS.has(own) ? own : "layers.prop." + prop.key());
        String value = JsonText.of(PropJson.encode(prop.encode(prop.defaultValue())));
        String allowed =
                prop instanceof Prop.InitProp ? "an [initialiser](project-format.md)" : WORDS.format(prop.expected());
        return "| `%s` | %s | `%s` | %s |\n".formatted(prop.key(), label, value.strip(), allowed);
    }
}
