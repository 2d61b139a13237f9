package io.netwright.data.matrix;

/// The precision in which numbers are written.
public enum NumberFormat {
    /// 4 bytes, or as few digits as tell it from all other float32.
    FLOAT32,
    /// 8 bytes, or as few digits as tell it from all other float64.
    FLOAT64
}
