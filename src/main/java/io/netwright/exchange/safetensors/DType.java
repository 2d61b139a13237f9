package io.netwright.exchange.safetensors;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The kinds of numbers in a file that this program can read. It writes [#F32] and [#F64].
public enum DType {
    BOOL(1),
    U8(1),
    I8(1),
    U16(2),
    I16(2),
    /// IEEE 754 half precision.
    F16(2),
    /// The upper half of a float32.
    BF16(2),
    U32(4),
    I32(4),
    F32(4),
    U64(8),
    I64(8),
    F64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /// @return bytes a number
    public int bytes() {
        return bytes;
    }

    /// @return the kind that a header calls `name`
    static Optional<DType> of(String name) {
        for (DType d : values()) {
            if (d.name().equals(name)) {
                return Optional.of(d);
            }
        }
        return Optional.empty();
    }

    /// @param in little-endian; moves on by [#bytes()]
    /// @return the next number; integers beyond 2^53 are rounded to the nearest float64
    double next(ByteBuffer in) {
        return switch (this) {
            case BOOL -> in.get() == 0 ? 0 : 1;
            case U8 -> Byte.toUnsignedInt(in.get());
            case I8 -> in.get();
            case U16 -> Short.toUnsignedInt(in.getShort());
            case I16 -> in.getShort();
            case F16 -> Float.float16ToFloat(in.getShort());
            case BF16 -> Float.intBitsToFloat(in.getShort() << 16);
            case U32 -> Integer.toUnsignedLong(in.getInt());
            case I32 -> in.getInt();
            case F32 -> in.getFloat();
            case U64 -> unsigned(in.getLong());
            case I64 -> in.getLong();
            case F64 -> in.getDouble();
        };
    }

    private static double unsigned(long bits) {
        // halving keeps the lowest bit, so that rounding is as if done once
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
