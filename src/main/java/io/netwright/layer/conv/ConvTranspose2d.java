package io.netwright.layer.conv;

import java.util.List;

/// A transposed convolution over images `(N, C, H, W)`, which makes them larger.
public final class ConvTranspose2d extends TransposedConvolution {

    public ConvTranspose2d() {
        super(
                2,
                "ConvTranspose2d",
                List.of("transposed convolution", "deconvolution", "fractionally strided", "upsample", "decoder"),
                "Z_{f,\\,si+u,\\,sj+v} = b_f + \\sum_{c,i,j,u,v} W_{c,f,u,v} \\, X_{c,i,j}");
    }
}
