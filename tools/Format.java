import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Brings Java sources into the project's format (palantir-java-format, 120 columns), or checks that they are in it.
///
///     java @tools/format.args -cp ... tools/Format.java --check|--apply FOLDER...
///
/// The build runs this on its own JDK instead of through a Maven plugin, because the formatter parses with the compiler
/// of the JVM it runs in, and Maven's may be too old for the sources.
///
/// Exit code: 0 when all is well, 1 when a file is not formatted, 2 when one cannot be parsed.
public final class Format {

    private static final int WIDTH = 120;

    // A line of running text, of a list or with a tag; headings, tables and code stand on lines of their own.
    private static final Pattern MARKDOWN =
            Pattern.compile("(?<lead> */// {1,3})(?<head>[-*] |@[a-z]+ )?(?!```)[^ @#|>-].*");

    private static final Pattern HIDDEN = Pattern.compile("(?<indent> *)// §(?<number>\\d+)§");

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("--apply");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> changed = new ArrayList<>();
        boolean broken = false;
        for (Path file : sources(List.of(args).subList(1, args.length))) {
            String before = Files.readString(file);
            try {
                String after = format(formatter, before);
                if (!after.equals(before)) {
                    changed.add(file);
                    if (apply) {
                        Files.writeString(file, after);
                    }
                }
            } catch (FormatterException e) {
                broken = true;
                e.diagnostics().forEach(d -> System.err.println(file + ":" + d));
            }
        }
        for (Path file : changed) {
            System.out.println((apply ? "formatted " : "not formatted: ") + file);
        }
        if (!apply && !changed.isEmpty()) {
            System.out.println("Run `mvn -Pformat` and commit the result.");
        }
        System.exit(broken ? 2 : !apply && !changed.isEmpty() ? 1 : 0);
    }

    private static List<Path> sources(List<String> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : folders) {
            Path root = Path.of(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(sources::add);
                }
            }
        }
        return sources;
    }

    // The formatter takes `///` for a line comment and would carry an overlong one on as `//`, which cuts the Javadoc
    // in two. So it sees a number in place of each such line, and the lines are put back and wrapped afterwards.
    private static String format(Formatter formatter, String source) throws FormatterException {
        source = formatter.fixImports(source); // first, since Javadoc uses imports too
        List<String> markdown = new ArrayList<>();
        StringBuilder hidden = new StringBuilder();
        for (String line : source.lines().toList()) {
            String text = line.stripLeading();
            String indent = line.substring(0, line.length() - text.length());
            if (text.startsWith("///")) {
                hidden.append(indent).append("// §").append(markdown.size()).append("§\n");
                markdown.add(text.stripTrailing());
            } else if (text.startsWith("// ") && hidden.toString().endsWith("§\n")) {
                // what an editor or formatter has cut off
                markdown.add(markdown.removeLast() + text.substring(2).stripTrailing());
            } else {
                hidden.append(line).append('\n');
            }
        }
        StringBuilder shown = new StringBuilder();
        for (String line : formatter.formatSource(hidden.toString()).lines().toList()) {
            Matcher place = HIDDEN.matcher(line);
            if (place.matches()) {
                line = place.group("indent") + markdown.get(Integer.parseInt(place.group("number")));
            }
            shown.append(line).append('\n');
        }
        return wrap(shown.toString());
    }

    // Breaks overlong lines of Markdown; what is left over begins the paragraph's next line.
    private static String wrap(String source) {
        StringBuilder out = new StringBuilder();
        Deque<String> lines = new ArrayDeque<>(source.lines().toList());
        while (!lines.isEmpty()) {
            String line = lines.pop();
            Matcher comment = MARKDOWN.matcher(line);
            int space = line.lastIndexOf(' ', WIDTH);
            if (line.length() > WIDTH && comment.matches() && space > comment.end("lead")) {
                String lead = comment.group("lead") + (comment.group("head") == null ? "" : "  ");
                String rest = line.substring(space + 1);
                Matcher next = MARKDOWN.matcher(lines.isEmpty() ? "" : lines.peek());
                if (next.matches() && next.group("lead").equals(lead) && next.group("head") == null) {
                    rest += " " + lines.pop().substring(lead.length());
                }
                lines.push(lead + rest);
                line = line.substring(0, space);
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }
}
