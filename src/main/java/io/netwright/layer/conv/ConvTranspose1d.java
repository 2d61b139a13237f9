package io.netwright.layer.conv;

import java.util.List;

/// A transposed convolution along a sequence `(N, C, L)`, which makes it longer.
public final class ConvTranspose1d extends TransposedConvolution {

    public ConvTranspose1d() {
        super(
                1,
                "ConvTranspose1d",
                List.of("transposed convolution", "deconvolution", "upsample"),
                "Z_{f,\\,si+u} = b_f + \\sum_{c,i,u} W_{c,f,u} \\, X_{c,i}");
    }
}
