package io.netwright.layer.conv;

import io.netwright.layer.WindowProps;
import java.util.List;

/// A convolution over images `(N, C, H, W)`.
public final class Conv2d extends Convolution {

    public static final WindowProps WINDOW = WindowProps.ofConvolution(2);

    public Conv2d() {
        super(
                WINDOW,
                "Conv2d",
                List.of("convolution", "cnn", "filter", "conv"),
                "Z_{f,i,j} = b_f + \\sum_{c,u,v} W_{f,c,u,v} \\, X_{c,\\,si+u,\\,sj+v}");
    }
}
