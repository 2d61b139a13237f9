package io.netwright.ui;

/// Names of controls, by which tests and style sheets find them.
public final class Ids {

    private Ids() {}

    /// @param key of the bundles, or a place such as `dense1.units`
    /// @return `key` as an id, in which a dot would end the name
    public static String of(String key) {
        return key.replace('.', '-');
    }
}
