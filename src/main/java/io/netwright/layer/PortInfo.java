package io.netwright.layer;

/// A port that a layer has.
///
/// @param name     unique among the layer's ports
/// @param variadic whether an input takes any number of wires (in the order drawn) rather than one
/// @param optional whether an input may stay without a wire
public record PortInfo(String name, boolean variadic, boolean optional) {

    /// A port that needs its wire.
    public PortInfo(String name, boolean variadic) {
        this(name, variadic, false);
    }

    /// The usual single input.
    public static final PortInfo IN = new PortInfo("in", false);
    /// The input of a merge: any number of wires.
    public static final PortInfo MANY = new PortInfo("in", true);
    /// The usual single output.
    public static final PortInfo OUT = new PortInfo("out", false);

    /// @return an input for one wire, which may be missing
    public static PortInfo optional(String name) {
        return new PortInfo(name, false, true);
    }
}
