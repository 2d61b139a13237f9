package io.netwright.layer.conv;

import io.netwright.layer.WindowProps;
import java.util.List;

/// A convolution along a sequence `(N, C, L)`: channels first, time last.
public final class Conv1d extends Convolution {

    public static final WindowProps WINDOW = WindowProps.ofConvolution(1);

    public Conv1d() {
        super(
                WINDOW,
                "Conv1d",
                List.of("convolution", "cnn", "filter", "temporal", "causal", "tcn"),
                "Z_{f,i} = b_f + \\sum_{c,u} W_{f,c,u} \\, X_{c,\\,si+u}");
    }
}
