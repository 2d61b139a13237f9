package io.netwright.lesson;

import io.netwright.network.PropValue;
import io.netwright.project.json.JsonFile;
import io.netwright.project.json.PropJson;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All directives and checks that a lesson can have, and how each is written. The one place to touch when one is added.
public final class Directives {

    /// The views that a lesson can go to.
    public static final List<String> VIEWS = List.of("design", "data", "train", "step", "evaluate", "export");

    /// How one is written.
    ///
    /// @param name    before the colon, or the first word of what is expected; empty for a comparison
    /// @param usage   what comes behind it
    /// @param example what comes behind it, once
    /// @param parse   of what comes behind it; empty where that makes no sense
    public record Form<T>(String name, String usage, String example, Function<String, Optional<T>> parse) {}

    private static final Pattern COMPARISON = Pattern.compile("(.+?)\\s*(<=|>=|<|>|=)\\s*(.+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([\\p{L}\\p{N}_./]+)\\s+(.+)");
    private static final Pattern TRAIN = Pattern.compile("([1-9]\\d{0,6})\\s+(steps?|epochs?)");

    public static final List<Form<Directive>> ALL = List.of(
            new Form<>("view", "VIEW", "step", s -> view(s).map(Directive.View::new)),
            new Form<>("select", "NODE", "dense1", s -> word(s).map(Directive.Select::new)),
            new Form<>("property", "NODE.PROPERTY VALUE", "dense1.units 4", s -> assigned(s)
                    .flatMap(a -> propertyPath(a.path()).map(p -> new Directive.SetProperty(p[0], p[1], a.value())))),
            new Form<>("setting", "SETTING VALUE", "optimizer.learningRate 0.1", s -> assigned(s)
                    .map(a -> new Directive.SetSetting(a.path(), a.value()))),
            new Form<>("reset", "", "", s -> s.isEmpty() ? Optional.of(new Directive.Reset()) : Optional.empty()),
            new Form<>("train", "N steps, or N epochs", "10 steps", Directives::train),
            new Form<>(
                    "frame",
                    "forward NODE [K], backward NODE [K], gradient PARAMETER, update PARAMETER, or loss",
                    "gradient dense1.weight",
                    s -> FrameRef.parse(s).map(Directive.GoTo::new)),
            new Form<>("element", "INDEX, one number an axis", "0 2", Directives::element),
            new Form<>("exercise", "on, or off", "on", s -> switch (s) {
                case "on" -> Optional.of(new Directive.Exercise(true));
                case "off" -> Optional.of(new Directive.Exercise(false));
                default -> Optional.empty();
            }),
            new Form<>("answer", "", "", s -> s.isEmpty() ? Optional.of(new Directive.Answer()) : Optional.empty()),
            new Form<>("highlight", "ID or NODE", "dense1", s -> word(s).map(Directive.Highlight::new)));

    public static final List<Form<Check>> CHECKS = List.of(
            new Form<>("view", "VIEW", "step", s -> view(s).map(Check.InView::new)),
            new Form<>("selected", "NODE", "dense1", s -> word(s).map(Check.Selected::new)),
            new Form<>("property", "NODE.PROPERTY VALUE", "dense1.units 4", s -> assigned(s)
                    .flatMap(a -> propertyPath(a.path()).map(p -> new Check.PropertyIs(p[0], p[1], a.value())))),
            new Form<>("setting", "SETTING VALUE", "optimizer.learningRate 0.1", s -> assigned(s)
                    .map(a -> new Check.SettingIs(a.path(), a.value()))),
            new Form<>(
                    "frame",
                    "forward NODE [K], backward NODE [K], gradient PARAMETER, update PARAMETER, or loss",
                    "gradient dense1.weight",
                    s -> FrameRef.parse(s).map(Check.AtFrame::new)),
            new Form<>("answered", "N", "1", s -> count(s).map(Check.Answered::new)),
            new Form<>("", "QUANTITY < QUANTITY, or with >, <=, >=, =", "loss < 0.1", Directives::compare));

    private Directives() {}

    /// @throws UserException where there is none of that name, or what follows makes no sense; without a place
    static Directive directive(String name, String rest) {
        Form<Directive> form = ALL.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        Message.of("lesson.directive.unknown", name),
                        UserException.Where.UNKNOWN,
                        Message.of("lesson.expected.oneOf", names(ALL) + ", expect, show"),
                        Message.of("lesson.asIs", name),
                        null));
        return form.parse().apply(rest).orElseThrow(() -> wrong("lesson.directive.wrong", name, form.usage(), rest));
    }

    /// @throws UserException where what is written makes no sense; without a place
    static Check check(String text) {
        Matcher first = ASSIGNMENT.matcher(text);
        String name = first.matches() ? first.group(1) : text;
        Form<Check> form =
                CHECKS.stream().filter(f -> f.name().equals(name)).findFirst().orElse(CHECKS.getLast());
        String rest = form.name().isEmpty() || !first.matches() ? text : first.group(2);
        String usage = form.name().isEmpty() ? names(CHECKS) + "; " + form.usage() : form.usage();
        return form.parse().apply(rest).orElseThrow(() -> wrong("lesson.check.wrong", name, usage, text));
    }

    private static UserException wrong(String key, String name, String usage, String found) {
        return new UserException(
                Message.of(key, name),
                UserException.Where.UNKNOWN,
                usage.isEmpty() ? Message.of("lesson.expected.nothing") : Message.of("lesson.asIs", usage),
                found.isEmpty() ? Message.of("lesson.end") : Message.of("lesson.asIs", found),
                null);
    }

    private static <T> String names(List<Form<T>> forms) {
        return String.join(
                ", ", forms.stream().map(Form::name).filter(n -> !n.isEmpty()).toList());
    }

    private static Optional<String> view(String text) {
        return Optional.of(text).filter(VIEWS::contains);
    }

    private static Optional<String> word(String text) {
        return Optional.of(text).filter(t -> t.matches("\\S+"));
    }

    private static Optional<Integer> count(String text) {
        return Optional.of(text).filter(t -> t.matches("[1-9]\\d{0,3}")).map(Integer::parseInt);
    }

    private record Assigned(String path, PropValue value) {}

    private static Optional<Assigned> assigned(String text) {
        Matcher m = ASSIGNMENT.matcher(text);
        return m.matches() ? Optional.of(new Assigned(m.group(1), value(m.group(2)))) : Optional.empty();
    }

    /// A JSON value, or a bare word.
    private static PropValue value(String text) {
        try {
            return PropJson.decode(JsonFile.parse("", text.getBytes(StandardCharsets.UTF_8)));
        } catch (UserException e) {
            return PropValue.of(text);
        }
    }

    private static Optional<String[]> propertyPath(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 1 || dot == path.length() - 1
                ? Optional.empty()
                : Optional.of(new String[] {path.substring(0, dot), path.substring(dot + 1)});
    }

    private static Optional<Directive> train(String text) {
        Matcher m = TRAIN.matcher(text);
        return m.matches()
                ? Optional.of(new Directive.Train(
                        Integer.parseInt(m.group(1)), m.group(2).startsWith("e")))
                : Optional.empty();
    }

    private static Optional<Directive> element(String text) {
        return text.matches("\\d{1,7}(\\s+\\d{1,7})*")
                ? Optional.of(new Directive.Ask(
                        Arrays.stream(text.split("\\s+")).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    private static Optional<Check> compare(String text) {
        Matcher m = COMPARISON.matcher(text);
        return m.matches()
                ? Optional.of(new Check.Compare(
                        text, QuantityParser.parse(m.group(1)), m.group(2), QuantityParser.parse(m.group(3))))
                : Optional.empty();
    }
}
