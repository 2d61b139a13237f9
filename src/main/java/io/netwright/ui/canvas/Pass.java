package io.netwright.ui.canvas;

/// Which way values flow where the canvas lights a node: activations forward, gradients backward.
public enum Pass {
    FORWARD,
    BACKWARD
}
