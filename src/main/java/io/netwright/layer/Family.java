package io.netwright.layer;

/// The kinds of layers, in the order of the palette. Each has one colour in both themes (see `assets/styles`) and its
/// name in the bundles under `layers.family.<KEY>`.
public enum Family {
    INPUT,
    DENSE,
    CONVOLUTION,
    POOLING,
    NORMALISATION,
    ACTIVATION,
    RECURRENT,
    ATTENTION,
    MERGE,
    REGULARISATION,
    BLOCK,
    LOSS;

    /// @return the style class and bundle key part, such as `convolution`
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
