package io.netwright.lesson;

import io.netwright.text.Message;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.text.formula.Tex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads lessons. What is wrong is refused with its line, what was expected and what was found.
public final class LessonParser {

    /// The info string of the block that holds a step's directives.
    private static final String BLOCK = "lesson";

    private static final List<String> KEYS =
            List.of("id", "title", "language", "level", "minutes", "sample", "project");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final LessonPlace place;
    private final String source;
    private final List<String> lines;

    private LessonParser(LessonPlace place) {
        this.place = place;
        String text = place.text().replace("\r\n", "\n");
        this.source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = source.lines().toList();
    }

    /// @throws UserException where it cannot be read, or makes no sense
    public static Lesson parse(LessonPlace place) {
        return new LessonParser(place).lesson();
    }

    private Lesson lesson() {
        Node document = PARSER.parse(LessonText.withFormulasAsCode(source));
        YamlFrontMatterVisitor front = new YamlFrontMatterVisitor();
        document.accept(front);
        Map<String, List<String>> data = front.getData();
        if (data.isEmpty()) {
            throw refuse(1, "lesson.front.missing", Message.of("lesson.expected.front"), line(1));
        }
        data.keySet().stream().filter(k -> !KEYS.contains(k)).findFirst().ifPresent(k -> {
            throw refuse(
                    lineOf(k), "lesson.front.unknown", Message.of("lesson.expected.oneOf", String.join(", ", KEYS)), k);
        });
        List<LessonStep> steps = steps(document);
        if (steps.isEmpty()) {
            throw refuse(lines.size(), "lesson.noSteps", Message.of("lesson.expected.heading"), "");
        }
        return new Lesson(
                checked(data, "id", "[a-z0-9]+(-[a-z0-9]+)*", Message.of("lesson.expected.id")),
                checked(data, "title", ".+", Message.of("lesson.expected.text")),
                Locale.forLanguageTag(oneOf(
                        data,
                        "language",
                        Messages.LOCALES.stream().map(LessonParser::tag).toList())),
                Lesson.Level.valueOf(oneOf(
                                data,
                                "level",
                                Arrays.stream(Lesson.Level.values())
                                        .map(Lesson.Level::key)
                                        .toList())
                        .toUpperCase(Locale.ROOT)),
                Integer.parseInt(checked(data, "minutes", "[1-9]\\d{0,2}", Message.of("core.expected.int", 1, 999))),
                uses(data),
                steps,
                place);
    }

    private static String tag(Locale locale) {
        return locale.toLanguageTag();
    }

    private Lesson.Uses uses(Map<String, List<String>> data) {
        if (data.containsKey("sample") && data.containsKey("project")) {
            throw refuse(
                    lineOf("project"),
                    "lesson.front.both",
                    Message.of("lesson.expected.oneOf", "sample, project"),
                    "project");
        }
        if (data.containsKey("sample")) {
            return new Lesson.Uses.Sample(checked(data, "sample", "\\S+", Message.of("lesson.expected.text")));
        }
        return data.containsKey("project")
                ? new Lesson.Uses.File(checked(data, "project", ".+\\.json", Message.of("lesson.expected.projectFile")))
                : new Lesson.Uses.Home();
    }

    private String oneOf(Map<String, List<String>> data, String key, List<String> allowed) {
        String pattern = allowed.stream().map(java.util.regex.Pattern::quote).collect(Collectors.joining("|"));
        return checked(data, key, pattern, Message.of("lesson.expected.oneOf", String.join(", ", allowed)));
    }

    private String checked(Map<String, List<String>> data, String key, String pattern, Message expected) {
        List<String> values = data.get(key);
        if (values == null) {
            throw refuse(1, "lesson.front.lacks", Message.of("lesson.asIs", key + ": …"), "", key);
        }
        String value = values.isEmpty() ? "" : values.getFirst().strip();
        if (!value.matches(pattern)) {
            throw refuse(lineOf(key), "lesson.front.wrong", expected, value, key);
        }
        return value;
    }

    private List<LessonStep> steps(Node document) {
        List<LessonStep> steps = new ArrayList<>();
        Heading heading = null;
        List<Node> inside = new ArrayList<>();
        for (Node n = document.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof Heading h && h.getLevel() <= 2) {
                if (heading != null) {
                    steps.add(step(heading, inside, firstLine(h)));
                }
                heading = h;
                inside.clear();
            } else if (heading != null) {
                inside.add(n);
            } else if (!n.getSourceSpans().isEmpty()
                    && !n.getClass().getSimpleName().startsWith("Yaml")) {
                throw refuse(
                        firstLine(n), "lesson.beforeSteps", Message.of("lesson.expected.heading"), line(firstLine(n)));
            }
        }
        if (heading != null) {
            steps.add(step(heading, inside, lines.size() + 1));
        }
        return steps;
    }

    private LessonStep step(Heading heading, List<Node> inside, int end) {
        List<Directive> directives = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<Directive> help = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<String> text = new ArrayList<>();
        int from = firstLine(heading) + 1;
        for (Node n : inside) {
            if (n instanceof FencedCodeBlock code && code.getInfo().strip().equals(BLOCK)) {
                text.addAll(lines.subList(from - 1, firstLine(n) - 1));
                from = lastLine(n) + 1;
                read(code, directives, checks, help);
            } else {
                n.accept(new Inspector(claims));
            }
        }
        text.addAll(lines.subList(Math.min(from, end) - 1, end - 1));
        if (!checks.isEmpty() && help.isEmpty()) {
            throw refuse(
                    firstLine(heading),
                    "lesson.noHelp",
                    Message.of("lesson.asIs", "show: …"),
                    line(firstLine(heading)));
        }
        return new LessonStep(
                line(firstLine(heading)).replaceFirst("^#+\\s*", ""),
                String.join("\n", text).strip(),
                directives,
                checks,
                help,
                claims,
                firstLine(heading));
    }

    private void read(FencedCodeBlock code, List<Directive> directives, List<Check> checks, List<Directive> help) {
        int line = firstLine(code);
        for (String written : code.getLiteral().lines().toList()) {
            line++;
            String text = written.strip();
            int colon = text.indexOf(':');
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (colon < 0) {
                throw refuse(line, "lesson.directive.noColon", Message.of("lesson.expected.directive"), text);
            }
            String name = text.substring(0, colon).strip();
            String rest = text.substring(colon + 1).strip();
            try {
                switch (name) {
                    case "expect" -> checks.add(Directives.check(rest));
                    case "show" -> {
                        String[] words = rest.split("\\s+", 2);
                        help.add(Directives.directive(words[0], words.length > 1 ? words[1] : ""));
                    }
                    default -> directives.add(Directives.directive(name, rest));
                }
            } catch (UserException e) {
                throw located(e, line);
            }
        }
    }

    private final class Inspector extends AbstractVisitor {
        private final List<Claim> claims;

        Inspector(List<Claim> claims) {
            this.claims = claims;
        }

        @Override
        public void visit(Code code) {
            String formula = LessonText.formula(code.getLiteral());
            if (!formula.isEmpty()) {
                try {
                    Tex.parse(formula);
                } catch (IllegalArgumentException e) {
                    throw refuse(firstLine(code), "lesson.formula", Message.of("lesson.expected.formula"), formula);
                }
            }
        }

        @Override
        public void visit(Link link) {
            if (link.getDestination().startsWith("=")) {
                String stated = link.getFirstChild() instanceof Text t && t.getNext() == null ? t.getLiteral() : "";
                if (!Claim.isNumber(stated)) {
                    throw refuse(firstLine(link), "lesson.claim", Message.of("lesson.expected.number"), stated);
                }
                try {
                    claims.add(new Claim(
                            stated, QuantityParser.parse(link.getDestination().substring(1)), firstLine(link)));
                } catch (UserException e) {
                    throw located(e, firstLine(link));
                }
            }
        }
    }

    private int lineOf(String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripLeading().startsWith(key + ":")) {
                return i + 1;
            }
        }
        return 1;
    }

    private String line(int number) {
        return number <= lines.size() ? lines.get(number - 1).strip() : "";
    }

    private static int firstLine(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            List<SourceSpan> spans = n.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.getFirst().getLineIndex() + 1;
            }
        }
        return 1;
    }

    private static int lastLine(Node node) {
        return node.getSourceSpans().getLast().getLineIndex() + 1;
    }

    private UserException refuse(int line, String key, Message expected, String found, Object... args) {
        return new UserException(
                Message.of(key, args),
                new Where(place.name(), "line " + line),
                expected,
                found.isEmpty() ? Message.of("core.nothing") : Message.of("lesson.asIs", found),
                null);
    }

    private UserException located(UserException e, int line) {
        return locate(e, place, line, null);
    }

    /// @param expected in place of what `e` says; null for that
    static UserException locate(UserException e, LessonPlace place, int line, @Nullable Message expected) {
        return new UserException(
                e.what(),
                new Where(place.name(), "line " + line),
                expected == null ? e.expected() : expected,
                e.found(),
                e);
    }
}
