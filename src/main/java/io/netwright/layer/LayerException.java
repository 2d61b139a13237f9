package io.netwright.layer;

import io.netwright.text.Message;

/// A node that makes no sense as it stands. `compile` turns it into a diagnostic.
public final class LayerException extends RuntimeException {

    private final String at;
    private final boolean atProperty;
    private final transient Message problem;

    private LayerException(String at, boolean atProperty, Message problem) {
        super(problem.key() + " at " + at);
        this.at = at;
        this.atProperty = atProperty;
        this.problem = problem;
    }

    /// @return a problem with what property `prop` is set to
    public static LayerException atProperty(Prop<?> prop, Message problem) {
        return new LayerException(prop.key(), true, problem);
    }

    /// @return a problem with what comes in at port `port`
    public static LayerException atPort(String port, Message problem) {
        return new LayerException(port, false, problem);
    }

    /// @return the key of the property or the name of the port
    public String at() {
        return at;
    }

    public boolean isAtProperty() {
        return atProperty;
    }

    public Message problem() {
        return problem;
    }
}
