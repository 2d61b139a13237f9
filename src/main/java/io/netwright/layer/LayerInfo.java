package io.netwright.layer;

import java.util.List;

/// What is fixed about a layer, in one place.
///
/// Words are in the bundles: `layers.<type>.help`, and for each property `layers.prop.<key>` with its help
/// `layers.prop.<key>.help`; the type itself is the field's standard name and is the same in every language.
///
/// @param type    the standard name, such as `Conv2d`; also the type in project files
/// @param family  where the palette lists it
/// @param aliases other names that a search finds it by, lower case
/// @param stem    what new nodes are called, with a number behind it: `conv` gives `conv1`
/// @param formula what it computes, in LaTeX
/// @param inputs  none for a source
/// @param outputs none for a loss
/// @param props   in the order of the inspector
public record LayerInfo(
        String type,
        Family family,
        List<String> aliases,
        String stem,
        String formula,
        List<PortInfo> inputs,
        List<PortInfo> outputs,
        List<Prop<?>> props) {

    public LayerInfo {
        aliases = List.copyOf(aliases);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        props = List.copyOf(props);
    }

    /// A layer with one input and one output.
    public static LayerInfo simple(
            String type, Family family, List<String> aliases, String stem, String formula, List<Prop<?>> props) {
        return new LayerInfo(type, family, aliases, stem, formula, List.of(PortInfo.IN), List.of(PortInfo.OUT), props);
    }
}
