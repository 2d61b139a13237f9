package io.netwright.layer;

/// A port that a layer has.
///
/// @param name     unique among the layer's ports
/// @param variadic whether an input takes any number of wires (in the order drawn) rather than one
public record PortInfo(String name, boolean variadic) {

    /// The usual single input.
    public static final PortInfo IN = new PortInfo("in", false);
    /// The input of a merge: any number of wires.
    public static final PortInfo MANY = new PortInfo("in", true);
    /// The usual single output.
    public static final PortInfo OUT = new PortInfo("out", false);
}
