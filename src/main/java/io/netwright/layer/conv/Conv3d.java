package io.netwright.layer.conv;

import io.netwright.layer.WindowProps;
import java.util.List;

/// A convolution over volumes or short films `(N, C, D, H, W)`.
public final class Conv3d extends Convolution {

    public static final WindowProps WINDOW = WindowProps.ofConvolution(3);

    public Conv3d() {
        super(
                WINDOW,
                "Conv3d",
                List.of("convolution", "cnn", "filter", "volume", "video"),
                "Z_{f,h,i,j} = b_f + \\sum_{c,t,u,v} W_{f,c,t,u,v} \\, X_{c,\\,sh+t,\\,si+u,\\,sj+v}");
    }
}
