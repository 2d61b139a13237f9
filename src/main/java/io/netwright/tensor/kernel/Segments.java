package io.netwright.tensor.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// The segments through which native code is shown parts of arrays. A training step shows it the same ones every time,
/// so each thread keeps those that it has made, as long as there is memory to spare.
final class Segments {

    private static final int SLOTS = 4096;

    private static final ThreadLocal<SoftReference<Segments>> MINE =
            ThreadLocal.withInitial(() -> new SoftReference<>(new Segments()));

    private final @Nullable Object[] arrays = new Object[SLOTS];
    private final int[] offsets = new int[SLOTS];
    private final @Nullable MemorySegment[] segments = new MemorySegment[SLOTS];

    private Segments() {}

    static Segments mine() {
        Segments mine = MINE.get().get();
        if (mine == null) {
            mine = new Segments();
            MINE.set(new SoftReference<>(mine));
        }
        return mine;
    }

    /// @return `array` from `offset` to its end
    MemorySegment of(float[] array, int offset) {
        int slot = slot(array, offset);
        MemorySegment known = known(slot, array, offset);
        return known != null
                ? known
                : keep(slot, array, offset, MemorySegment.ofArray(array).asSlice((long) Float.BYTES * offset));
    }

    /// @return `array` from `offset` to its end
    MemorySegment of(double[] array, int offset) {
        int slot = slot(array, offset);
        MemorySegment known = known(slot, array, offset);
        return known != null
                ? known
                : keep(slot, array, offset, MemorySegment.ofArray(array).asSlice((long) Double.BYTES * offset));
    }

    private static int slot(Object array, int offset) {
        int mixed = (System.identityHashCode(array) + 31 * offset) * 0x9e3779b9;
        return mixed >>> 20;
    }

    private @Nullable MemorySegment known(int slot, Object array, int offset) {
        return arrays[slot] == array && offsets[slot] == offset ? segments[slot] : null;
    }

    private MemorySegment keep(int slot, Object array, int offset, MemorySegment segment) {
        arrays[slot] = array;
        offsets[slot] = offset;
        segments[slot] = segment;
        return segment;
    }
}
