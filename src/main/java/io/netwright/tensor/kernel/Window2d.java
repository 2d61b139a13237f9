package io.netwright.tensor.kernel;

/// A window that slides over the two last axes of `(N, C, H, W)`.
///
/// @param kernelH   rows of the window
/// @param strideH   rows from one place to the next
/// @param dilationH rows between the window's own rows
/// @param padTop    rows of padding before the first
public record Window2d(
        int kernelH,
        int kernelW,
        int strideH,
        int strideW,
        int dilationH,
        int dilationW,
        int padTop,
        int padLeft,
        int padBottom,
        int padRight) {

    /// @return places that the window has in `height` rows; at most 0 where it does not fit
    public int outH(int height) {
        return Math.floorDiv(height + padTop + padBottom - dilationH * (kernelH - 1) - 1, strideH) + 1;
    }

    /// @return places that the window has in `width` columns
    public int outW(int width) {
        return Math.floorDiv(width + padLeft + padRight - dilationW * (kernelW - 1) - 1, strideW) + 1;
    }

    public int area() {
        return kernelH * kernelW;
    }
}
