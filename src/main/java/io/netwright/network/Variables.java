package io.netwright.network;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import io.netwright.text.Message;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Named numbers that formulas in properties are made with: with `width` at 64, a layer may have `4*width` units.
///
/// A formula is kept with what it came to ([PropValue.Formula]), as in a spreadsheet, so that only a change of a
/// variable computes it anew and everything that reads a property reads a number. Formulas know `+ - * / ^ %`, brackets
/// and functions such as `MAX`, `MIN`, `FLOOR` and `SQRT`.
///
/// @param values by name, in the order in which they were made
public record Variables(SequencedMap<String, Double> values) {

    /// No variables.
    public static final Variables NONE = new Variables(new LinkedHashMap<>());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private static final ExpressionConfiguration RULES =
            ExpressionConfiguration.builder().build();

    /// @throws IllegalArgumentException where a name is none or differs from another one by case alone, which formulas
    ///   do not tell apart, or a number is not finite
    public Variables {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, value) -> {
            if (!isName(name) || !Double.isFinite(value) || !seen.add(name)) {
                throw new IllegalArgumentException(name + " = " + value);
            }
        });
    }

    /// @return whether a variable can be called that: a letter, then letters, digits and `_`
    public static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && !RULES.getFunctionDictionary().hasFunction(name)
                && !RULES.getDefaultConstants().containsKey(name.toUpperCase(java.util.Locale.ROOT));
    }

    /// @return whether a variable of that name can be made, or is there
    public boolean takes(String name) {
        return isName(name)
                && (values.containsKey(name) || values.keySet().stream().noneMatch(name::equalsIgnoreCase));
    }

    /// @return these, with `name` at `value`
    public Variables with(String name, double value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Variables(copy);
    }

    /// @return these without `name`
    public Variables without(String name) {
        var copy = new LinkedHashMap<>(values);
        copy.remove(name);
        return new Variables(copy);
    }

    /// @return the formula with what it comes to, a whole number where it is one; empty where it has no value, of which
    ///   [#problem] says why
    public Optional<PropValue.Formula> evaluate(String formula) {
        try {
            EvaluationValue result = expression(formula).evaluate();
            if (!result.isNumberValue()) {
                return Optional.empty();
            }
            BigDecimal number = result.getNumberValue();
            double value = number.doubleValue();
            boolean whole = number.stripTrailingZeros().scale() <= 0 && Math.abs(value) < 1L << 53;
            return Double.isFinite(value)
                    ? Optional.of(new PropValue.Formula(
                            formula, whole ? PropValue.of(number.longValueExact()) : PropValue.of(value)))
                    : Optional.empty();
        } catch (BaseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @return what is wrong with a formula; empty where it has a value
    public Optional<Message> problem(String formula) {
        if (evaluate(formula).isPresent()) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            return Optional.of(Message.of("core.problem.noVariables", formula));
        }
        try {
            Set<String> undefined = expression(formula).getUndefinedVariables();
            if (undefined.isEmpty()) {
                return Optional.of(Message.of("core.problem.formula", formula));
            }
            return Optional.of(Message.of(
                    "core.problem.variable", String.join(", ", undefined), String.join(", ", values.keySet())));
        } catch (ParseException e) {
            return Optional.of(Message.of("core.problem.formula", formula));
        }
    }

    private Expression expression(String formula) throws ParseException {
        Expression expression = new Expression(formula, RULES);
        Set<String> undefined = expression.getUndefinedVariables();
        for (String name : Set.copyOf(undefined)) {
            // a name is written as it was made
            Double value = values.get(name);
            if (value != null) {
                expression = expression.with(name, BigDecimal.valueOf(value));
            }
        }
        return expression;
    }

    /// @return whether a formula has that variable in it
    public static boolean uses(String formula, String name) {
        try {
            return new Expression(formula, RULES).getUsedVariables().stream().anyMatch(name::equalsIgnoreCase);
        } catch (ParseException e) {
            return false;
        }
    }

    /// @return the network with every formula computed anew, inside blocks too; one without a value keeps what it has
    public Network computed(Network network) {
        return mapped(network, formula -> evaluate(formula.text()).orElse(formula));
    }

    /// @return the network in which formulas that use `name` are the numbers that they came to
    public static Network settled(Network network, String name) {
        return mapped(network, formula -> uses(formula.text(), name) ? formula.value() : formula);
    }

    private static Network mapped(Network network, Function<PropValue.Formula, PropValue> change) {
        Network result = network;
        for (Node node : network.nodes().values()) {
            Node now = node;
            for (Map.Entry<String, PropValue> prop : node.props().entrySet()) {
                if (prop.getValue() instanceof PropValue.Formula formula) {
                    now = now.with(prop.getKey(), change.apply(formula));
                }
            }
            if (node.isBlock()) {
                Block inside = node.inside();
                Network changed = mapped(inside.network(), change);
                now = changed == inside.network() ? now : now.with(new Block(changed, inside.layout()));
            }
            if (!now.equals(node)) {
                Node put = now;
                result = result.replace(node.name(), n -> put);
            }
        }
        return result;
    }
}
