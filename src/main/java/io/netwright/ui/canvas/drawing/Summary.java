package io.netwright.ui.canvas.drawing;

import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.text.Messages;
import io.netwright.text.formula.Tex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line about a node's settings, made from the layer's declaration alone: what counts most bare (`16 · 3×3`), what
/// was changed from its default with its name (`stride 2`), and the formula where there is room for it.
final class Summary {

    private static final String SEPARATOR = " · ";
    /// The first properties say what the layer is about and are shown even at their defaults.
    private static final int ALWAYS = 2;
    private static final int LONGEST_WITH_FORMULA = 25;

    private final Messages messages;

    Summary(Messages messages) {
        this.messages = messages;
    }

    /// @param lead what goes before everything else, such as the type where the title does not say it; may be empty
    /// @return the line; empty where there is nothing to say
    String of(Node node, LayerInfo info, String lead) {
        String settings = String.join(SEPARATOR, settings(node, info));
        String said = joined(lead, settings);
        if (info.props().stream()
                .anyMatch(p -> p instanceof Prop.BoolProp && node.props().containsKey(p.key()))) {
            // what is switched on or off may be part of the formula
            return said;
        }
        String formula = Tex.plain(info.formula());
        if (settings.isEmpty()) {
            formula = formula.replaceFirst("^\\p{L}ᵢ? = ", "");
        }
        String all = joined(said, formula);
        return said.isEmpty() || all.length() <= LONGEST_WITH_FORMULA ? all : said;
    }

    private List<String> settings(Node node, LayerInfo info) {
        List<String> parts = new ArrayList<>();
        boolean seenInts = false;
        for (int i = 0; i < info.props().size(); i++) {
            Prop<?> prop = info.props().get(i);
            boolean changed = node.props().containsKey(prop.key());
            boolean always = i == 0 || i < ALWAYS && !(prop instanceof Prop.RealProp);
            String part = changed || always ? part(prop, node, info, changed, !seenInts) : null;
            if (part != null) {
                parts.add(part);
            }
            seenInts |= prop instanceof Prop.IntsProp;
        }
        return parts;
    }

    private static String joined(String a, String b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : a + SEPARATOR + b;
    }

    private @Nullable String part(Prop<?> prop, Node node, LayerInfo info, boolean changed, boolean firstInts) {
        return switch (prop) {
            case Prop.IntProp p -> {
                String number = Integer.toString(value(p, node));
                // a count explains itself; an index such as an axis does not
                yield p.min() > 0 && !changedLater(p, info) ? number : labelled(p, info, number);
            }
            case Prop.IntsProp p -> {
                String numbers = numbers(value(p, node));
                yield numbers.isEmpty() ? null : firstInts ? full(value(p, node)) : labelled(p, info, numbers);
            }
            case Prop.RealsProp p -> {
                List<Double> reals = value(p, node);
                yield reals.isEmpty()
                        ? null
                        : labelled(
                                p,
                                info,
                                String.join(
                                        " ", reals.stream().map(Summary::number).toList()));
            }
            case Prop.RealProp p -> labelled(p, info, number(value(p, node)));
            case Prop.ChoiceProp p -> value(p, node);
            case Prop.BoolProp p -> changed ? onOff(value(p, node), label(p, info)) : null;
            case Prop.TextProp p -> value(p, node).isEmpty() ? null : value(p, node);
            case Prop.InitProp p -> null;
        };
    }

    private static boolean changedLater(Prop<?> prop, LayerInfo info) {
        return info.props().indexOf(prop) >= ALWAYS;
    }

    // what the document says where it makes sense, else the default: the problem itself is told elsewhere
    private static <T> T value(Prop<T> prop, Node node) {
        PropValue raw = node.props().get(prop.key());
        if (raw != null) {
            try {
                return prop.decode(raw);
            } catch (Prop.PropException e) {
                return prop.defaultValue();
            }
        }
        return prop.defaultValue();
    }

    private String labelled(Prop<?> prop, LayerInfo info, String value) {
        return messages.get("design.canvas.setting", label(prop, info), value);
    }

    private String label(Prop<?> prop, LayerInfo info) {
        String own = "layers." + info.type() + "." + prop.key();
        String label = messages.get(messages.has(own) ? own : "layers.prop." + prop.key());
        return messages.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? label.toLowerCase(Locale.ENGLISH)
                : label;
    }

    private String onOff(boolean on, String label) {
        return on ? label : messages.get("design.canvas.without", label);
    }

    private static String number(double value) {
        // 0.1, 5, 1e-5
        return Double.toString(value).replaceFirst("\\.0(?=$|E)", "").replace('E', 'e');
    }

    private static String numbers(List<Integer> values) {
        boolean same = values.stream().distinct().count() == 1;
        return same ? values.getFirst().toString() : full(values);
    }

    private static String full(List<Integer> values) {
        return String.join("×", values.stream().map(Object::toString).toList());
    }
}
