package io.netwright.lesson;

import io.netwright.lesson.Quantity.Aspect;
import io.netwright.program.Program;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.EpochReport;
import io.netwright.train.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Reads quantities: numbers, figures of the run, tensors and their elements, functions, and `+ - * /` with brackets.
///
/// ```
/// loss                        of the batch that comes next, before its step
/// relu1.out[0,2]              an element of what leaves a port; the first index counts samples
/// dense1.weight[0,1]          before the next update
/// grad(dense1.weight[0,1])    the loss's derivative
/// after(dense1.weight[0,1])   after the next update
/// memory(m, dense1.weight[0,1])   what the optimizer remembers, after it
/// norm(grad(dense1.weight))   also sum, mean, std, max, min; abs, sqrt, exp, ln of each number
/// ```
public final class QuantityParser {

    private static final SortedMap<String, ToDoubleFunction<Facts>> FIGURES = new TreeMap<>(Map.of(
            "loss",
            f -> f.recording().stateAt(f.recording().size() - 1).loss().orElseThrow(),
            "epochLoss",
            f -> Quantity.epoch(f).loss(),
            "validationLoss",
            f -> validation(f).loss(),
            "accuracy",
            f -> metric(Quantity.epoch(f).metrics(), "accuracy"),
            "validationAccuracy",
            f -> metric(validation(f).metrics(), "accuracy"),
            "epochs",
            f -> f.moment().epoch(),
            "steps",
            f -> f.moment().step(),
            "rate",
            f -> f.moment().rate(),
            "batch",
            f -> f.recording().batch(),
            "parameters",
            f -> f.plan().training().parameters().stream()
                    .mapToLong(Program.Parameter::size)
                    .sum()));

    private static final Map<String, ToDoubleFunction<double[]>> REDUCTIONS = Map.of(
            "norm", v -> Math.sqrt(Arrays.stream(v).map(x -> x * x).sum()),
            "sum", v -> Arrays.stream(v).sum(),
            "mean", v -> Arrays.stream(v).average().orElse(Double.NaN),
            "std", QuantityParser::deviation,
            "max", v -> Arrays.stream(v).max().orElse(Double.NaN),
            "min", v -> Arrays.stream(v).min().orElse(Double.NaN));

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
            Map.of("abs", Math::abs, "sqrt", Math::sqrt, "exp", Math::exp, "ln", Math::log);

    private final String text;
    private int at;

    private QuantityParser(String text) {
        this.text = text;
    }

    /// @throws UserException where `text` is no quantity, with what stands where another thing was expected
    public static Quantity parse(String text) {
        QuantityParser parser = new QuantityParser(text);
        Quantity whole = parser.sum();
        if (parser.peek() != 0) {
            throw parser.wrong();
        }
        return whole;
    }

    private static double deviation(double[] v) {
        double mean = Arrays.stream(v).average().orElse(Double.NaN);
        return Math.sqrt(
                Arrays.stream(v).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN));
    }

    private static Evaluation validation(Facts facts) {
        EpochReport last = Quantity.epoch(facts);
        return Optional.ofNullable(last.validation()).orElseThrow(() -> Quantity.missing("validation"));
    }

    private static double metric(Map<String, Double> metrics, String key) {
        return Optional.ofNullable(metrics.get(key)).orElseThrow(() -> Quantity.missing(key));
    }

    private Quantity sum() {
        Quantity left = product();
        while (peek() == '+' || peek() == '-') {
            char sign = text.charAt(at++);
            left = new Quantity.Combined(sign == '+' ? Double::sum : (a, b) -> a - b, left, product());
        }
        return left;
    }

    private Quantity product() {
        Quantity left = factor();
        while (peek() == '*' || peek() == '/') {
            char sign = text.charAt(at++);
            left = new Quantity.Combined(sign == '*' ? (a, b) -> a * b : (a, b) -> a / b, left, factor());
        }
        return left;
    }

    private Quantity factor() {
        char c = peek();
        if (c == '-') {
            at++;
            return new Quantity.Mapped(x -> -x, factor());
        }
        if (c == '(') {
            at++;
            Quantity inner = sum();
            expect(')');
            return inner;
        }
        if (Character.isDigit(c)) {
            return new Quantity.Constant(Double.parseDouble(run("[0-9.]+(?:e[+-]?[0-9]+)?")));
        }
        if (!Character.isLetter(c)) {
            throw wrong();
        }
        String name = run("[\\p{L}_][\\p{L}\\p{N}_./]*");
        if (peek() == '(') {
            return call(name);
        }
        ToDoubleFunction<Facts> figure = FIGURES.get(name);
        if (figure != null) {
            return new Quantity.Figure(name, figure);
        }
        return tensor(Aspect.VALUE, "", name);
    }

    private Quantity call(String name) {
        expect('(');
        Quantity result;
        if (REDUCTIONS.get(name) instanceof ToDoubleFunction<double[]> how) {
            result = new Quantity.Reduced(how, sum());
        } else if (FUNCTIONS.get(name) instanceof DoubleUnaryOperator how) {
            result = new Quantity.Mapped(how, sum());
        } else {
            result = switch (name) {
                case "grad" -> tensor(Aspect.GRADIENT, "", path());
                case "after" -> tensor(Aspect.AFTER, "", path());
                case "memory" -> {
                    String symbol = path();
                    expect(',');
                    yield tensor(Aspect.MEMORY, symbol, path());
                }
                default -> throw Quantity.missing(name + "()");
            };
        }
        expect(')');
        return result;
    }

    private String path() {
        if (!Character.isLetter(peek())) {
            throw wrong();
        }
        return run("[\\p{L}_][\\p{L}\\p{N}_./]*");
    }

    private Quantity tensor(Aspect aspect, String symbol, String path) {
        if (path.indexOf('.') < 0) {
            throw Quantity.missing(path);
        }
        return new Quantity.OfTensor(aspect, symbol, path, index());
    }

    private @Nullable List<Integer> index() {
        if (peek() != '[') {
            return null;
        }
        at++;
        List<Integer> index = new ArrayList<>();
        do {
            if (!Character.isDigit(peek())) {
                throw wrong();
            }
            index.add(Integer.parseInt(run("[0-9]{1,9}")));
        } while (peek() == ',' && at++ >= 0);
        expect(']');
        return List.copyOf(index);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong();
        }
        at++;
    }

    private String run(String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong();
        }
        at = matcher.end();
        return matcher.group();
    }

    private UserException wrong() {
        String rest = text.substring(Math.min(at, text.length())).strip();
        return new UserException(
                Message.of("lesson.quantity.syntax", text),
                UserException.Where.UNKNOWN,
                Message.of("lesson.expected.quantity", String.join(", ", FIGURES.keySet())),
                rest.isEmpty() ? Message.of("lesson.end") : Message.of("lesson.asIs", rest),
                null);
    }
}
