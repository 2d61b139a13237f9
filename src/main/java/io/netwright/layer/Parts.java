package io.netwright.layer;

import io.netwright.tensor.Shape;

/// What a [Composite] layer sees while it says what it is made of.
public interface Parts {

    /// @return the value of one of the layer's properties, valid
    <T> T get(Prop<T> prop);

    /// @return the shape of what comes in at a port that takes one wire, batch axis included
    Shape shape(String port);
}
