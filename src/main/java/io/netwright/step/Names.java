package io.netwright.step;

import io.netwright.op.MatMul;
import io.netwright.op.Reshape;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names for all values of a program, as a textbook would choose them, in LaTeX: `W_{2}` for the weight of the second
/// layer that has parameters, `A_{2}` for what leaves the activation behind it, `dW_{2}` for the loss's derivative with
/// respect to that weight.
///
/// Two values have the same name only if they hold the same numbers. Where the textbook's name is taken, the node's
/// name stands in its index.
final class Names {

    /// A letter with a hat or a bar on it.
    private static final Pattern MARKED = Pattern.compile("(\\p{L})([\u0302\u0304])");

    /// What stands between the parts of something that needs brackets.
    private static final Pattern COMPOUND = Pattern.compile("[+−/]| - |\\\\(cdot|odot|star|ast|frac)\\b");

    private final Program program;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Value> namesakes = new HashMap<>();
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<Integer, Instruction> makers = new HashMap<>();
    /// Which node has which name.
    private final Map<String, String> taken = new HashMap<>();
    private final boolean numbered;

    Names(Program program) {
        this.program = program;
        program.instructions().forEach(i -> makers.put(i.output().id(), i));
        this.numbered = numberLayers() > 1;
        program.inputs().forEach(d -> take(d.value(), latex(d.value().label()), d.node()));
        program.targets().forEach(d -> take(d.value(), latex(d.value().label()), d.node()));
        program.parameters().forEach(p -> take(p.value(), indexed(p.value().label(), p.node()), p.node()));
        program.states().forEach(s -> take(s.value(), indexed(s.value().label(), s.node()), s.node()));
        program.instructions().stream().filter(i -> i.phase() != Phase.BACKWARD).forEach(this::nameForward);
        nameGradients();
        program.instructions().reversed().forEach(this::nameBeforeReshape);
        program.constants()
                .forEach(c -> names.putIfAbsent(c.value().id(), latex(c.value().label())));
        program.instructions().forEach(this::nameRest);
    }

    /// @return the name of `value`, in LaTeX
    String of(Value value) {
        return Objects.requireNonNull(names.get(value.id()), () -> "no name for " + value);
    }

    /// @return the value whose gradient `gradient` is named after; empty where it is only a part of one
    Optional<Value> ownerOf(Value gradient) {
        return Optional.ofNullable(namesakes.get(gradient.id()));
    }

    /// Each node with a matrix of parameters begins a layer; the others belong to the layer of what comes in.
    private int numberLayers() {
        Set<String> withParameters = new HashSet<>();
        // what has only a number a channel, such as batch-norm, belongs to the layer before it
        program.parameters().stream()
                .filter(p -> p.value().shape().rank() > 1)
                .forEach(p -> withParameters.add(p.node()));
        int last = 0;
        for (Instruction i : program.instructions()) {
            if (i.phase() == Phase.FORWARD && !layers.containsKey(i.node())) {
                if (withParameters.contains(i.node())) {
                    layers.put(i.node(), ++last);
                } else {
                    layers.put(
                            i.node(),
                            i.inputs().stream()
                                    .map(v -> makers.get(v.id()))
                                    .filter(Objects::nonNull)
                                    .mapToInt(m -> layers.getOrDefault(m.node(), 0))
                                    .max()
                                    .orElse(0));
                }
            }
        }
        return last;
    }

    private void nameForward(Instruction i) {
        Value out = i.output();
        List<Value> in = i.inputs();
        if (i.op() instanceof Reshape && out.label().equals(in.getFirst().label())) {
            names.put(out.id(), of(in.getFirst()));
        } else if (isSimple(out.label())) {
            take(out, indexed(out.label(), i.node()), i.node());
        } else if (i.op() instanceof MatMul) {
            names.put(out.id(), of(in.get(0)) + of(in.get(1)));
        } else if (in.size() == 2
                && out.label().equals(in.get(1).label() + in.get(0).label())) {
            names.put(out.id(), of(in.get(1)) + of(in.get(0)));
        } else {
            // a name that is a formula, in the names that hold here
            names.put(out.id(), OpFormula.of(i.op(), of(in), 1));
        }
    }

    /// A gradient may belong to several values, where ops pass it on unchanged. It is named after one that leaves its
    /// layer, and among those after the one that the op which made it had in mind.
    private void nameGradients() {
        Map<Value, List<Value>> owners = new HashMap<>();
        Set<Value> leaves = new HashSet<>(program.ports().values());
        program.gradients().forEach((id, gradient) -> owners.computeIfAbsent(gradient, g -> new ArrayList<>())
                .add(value(id)));
        owners.forEach((gradient, values) -> {
            Comparator<Value> best = Comparator.<Value, Boolean>comparing(v -> !leaves.contains(v))
                    .thenComparing(v -> !gradient.label().equals("d" + v.label()))
                    .thenComparing(Value::id, Comparator.reverseOrder());
            Value owner = values.stream().min(best).orElseThrow();
            names.put(gradient.id(), derivative(of(owner)));
            namesakes.put(gradient.id(), owner);
        });
    }

    /// What is only laid out in another way afterwards has the same name before.
    private void nameBeforeReshape(Instruction i) {
        String name = names.get(i.output().id());
        if (i.phase() == Phase.BACKWARD && i.op() instanceof Reshape && name != null) {
            names.putIfAbsent(i.inputs().getFirst().id(), name);
        }
    }

    private void nameRest(Instruction i) {
        Value out = i.output();
        if (names.containsKey(out.id())) {
            return;
        }
        String name = i.inputs().stream()
                .filter(v -> i.op() instanceof Reshape && v.label().equals(out.label()))
                .map(this::of)
                .findFirst()
                .orElseGet(() -> partOf(out, i.node()));
        names.put(out.id(), name);
    }

    /// @return the name of a part of a gradient, or of something on the way to one: the gradient's with primes
    private String partOf(Value part, String node) {
        String base = program.instructions().stream()
                .filter(f -> f.phase() != Phase.BACKWARD && f.node().equals(node))
                .flatMap(f -> f.inputs().stream())
                .filter(v -> part.label().equals("d" + v.label()))
                .map(v -> derivative(of(v)))
                .findFirst()
                .orElseGet(() -> latex(part.label()));
        String name = base + "′";
        while (names.containsValue(name)) {
            name += "′";
        }
        return name;
    }

    private Value value(int id) {
        Instruction maker = makers.get(id);
        if (maker != null) {
            return maker.output();
        }
        return program.parameters().stream()
                .map(Program.Parameter::value)
                .filter(v -> v.id() == id)
                .findFirst()
                .or(() -> program.inputs().stream()
                        .map(Program.Data::value)
                        .filter(v -> v.id() == id)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no value " + id));
    }

    private void take(Value value, String name, String node) {
        String free = name;
        if (taken.containsKey(name) && !node.equals(taken.get(name))) {
            free = withNode(name, node);
        }
        while (taken.containsKey(free)) {
            free += "′";
        }
        taken.put(free, node);
        names.put(value.id(), free);
    }

    private static String withNode(String name, String node) {
        int index = name.indexOf("_{");
        int end = index < 0 ? -1 : name.indexOf('}', index);
        String bare = index < 0 ? name : name.substring(0, index) + name.substring(end + 1);
        return bare + "_{\\text{" + node + "}}";
    }

    private String indexed(String label, String node) {
        int layer = layers.getOrDefault(node, 0);
        if (!numbered || layer == 0 || !isSimple(label)) {
            return latex(label);
        }
        boolean squared = label.endsWith("²");
        String letter = squared ? label.substring(0, label.length() - 1) : label;
        return letter + "_{" + layer + "}" + (squared ? "^{2}" : "");
    }

    /// @return the derivative of the loss with respect to something called `name`
    private static String derivative(String name) {
        if (name.startsWith("(")) {
            return "d[" + name + "]";
        }
        return needsBrackets(name) || name.contains("^") ? "d(" + name + ")" : "d" + name;
    }

    /// @return whether the name of a value says how it is computed, so that a formula that begins with it would say so
    ///     twice: `A_{1}W_{2}`, as opposed to `Z_{2}`
    static boolean isSpelledOut(Value value) {
        return !value.label().startsWith("d") && !isSimple(value.label());
    }

    /// @return whether `label` is one letter, perhaps with a mark on it or squared
    private static boolean isSimple(String label) {
        String bare = Normalizer.normalize(label.replace("²", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return bare.codePointCount(0, bare.length()) == 1;
    }

    /// @return whether a name must stand in brackets before anything can be done with it
    static boolean needsBrackets(String name) {
        return COMPOUND.matcher(name).find() && !name.startsWith("(");
    }

    /// @return the name as a factor of a product
    static String factor(String name) {
        return needsBrackets(name) ? "(" + name + ")" : name;
    }

    /// @return a label or symbol, in LaTeX
    static String latex(String label) {
        return MARKED.matcher(Normalizer.normalize(label, Normalizer.Form.NFD))
                .replaceAll(m -> m.group(2).equals("\u0302") ? "\\\\hat{$1}" : "\\\\bar{$1}")
                .replace("²", "^{2}")
                .replace("ᵗ", "^{t}")
                .replace("₁", "_{1}")
                .replace("₂", "_{2}")
                .replace("ᶻ", "^{z}")
                .replace("ln(", "\\ln(")
                .replace("*", "\\star ");
    }

    /// @return a name for each of `values`, in LaTeX
    List<String> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }
}
