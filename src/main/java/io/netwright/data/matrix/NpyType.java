package io.netwright.data.matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// A type of number in an `.npy` file.
///
/// @param kind  `f` real, `i` whole, `u` whole and not negative, `b` truth value
/// @param bytes the bytes of one
/// @param order the order of its bytes
record NpyType(char kind, int bytes, ByteOrder order) {

    /// @return the type that NumPy calls `descr`, such as `<f4` or `|u1`; null where it is none that is read
    static @Nullable NpyType of(String descr) {
        if (descr.length() != 3 || "<>|=".indexOf(descr.charAt(0)) < 0) {
            return null;
        }
        char kind = descr.charAt(1);
        int bytes = descr.charAt(2) - '0';
        boolean known =
                switch (kind) {
                    case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
                    case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
                    case 'b' -> bytes == 1;
                    default -> false;
                };
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return known ? new NpyType(kind, bytes, order) : null;
    }

    /// Reads `count` numbers from `in` to `into[from...]`.
    void decode(ByteBuffer in, double[] into, int from, int count) {
        in.order(order);
        for (int i = from; i < from + count; i++) {
            into[i] = kind == 'f' ? real(in) : whole(in);
        }
    }

    private double real(ByteBuffer in) {
        return switch (bytes) {
            case 2 -> Float.float16ToFloat(in.getShort());
            case 4 -> in.getFloat();
            default -> in.getDouble();
        };
    }

    private double whole(ByteBuffer in) {
        long value =
                switch (bytes) {
                    case 1 -> in.get();
                    case 2 -> in.getShort();
                    case 4 -> in.getInt();
                    default -> in.getLong();
                };
        if (kind == 'i' || value >= 0) {
            return value;
        }
        // Not negative: the bits above this type's own are cleared; of eight bytes the half is read and doubled, its
        // last
        // bit kept so that rounding comes out as of the whole.
        return bytes < Long.BYTES ? value & ((1L << (8 * bytes)) - 1) : ((value >>> 1) | (value & 1)) * 2.0;
    }
}
