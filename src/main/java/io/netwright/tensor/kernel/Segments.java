package io.netwright.tensor.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// The segments through which native code is shown parts of arrays. A training step shows it the same ones every time,
/// some thousands where there is attention, so each thread keeps those that it has made, as long as there is memory to
/// spare.
///
/// A hash table with open addressing: a miss would allocate, a lookup does not. When it holds too many it begins anew,
/// which also lets go of arrays that nobody trains on any more.
final class Segments {

    private static final int FIRST_SLOTS = 1024;
    private static final int MOST_SLOTS = 65_536;

    private static final ThreadLocal<SoftReference<Segments>> MINE =
            ThreadLocal.withInitial(() -> new SoftReference<>(new Segments()));

    private @Nullable Object[] arrays = new Object[FIRST_SLOTS];
    private int[] offsets = new int[FIRST_SLOTS];
    private @Nullable MemorySegment[] segments = new MemorySegment[FIRST_SLOTS];
    private int kept;

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
        MemorySegment known = segments[slot(array, offset)];
        return known != null
                ? known
                : keep(array, offset, MemorySegment.ofArray(array).asSlice((long) Float.BYTES * offset));
    }

    /// @return `array` from `offset` to its end
    MemorySegment of(double[] array, int offset) {
        MemorySegment known = segments[slot(array, offset)];
        return known != null
                ? known
                : keep(array, offset, MemorySegment.ofArray(array).asSlice((long) Double.BYTES * offset));
    }

    /// @return the slot that holds the part, or the free one where it belongs
    private int slot(Object array, int offset) {
        int last = arrays.length - 1;
        int mixed = (System.identityHashCode(array) + 31 * offset) * 0x9e3779b9;
        int slot = (mixed ^ mixed >>> 16) & last;
        while (arrays[slot] != null && (arrays[slot] != array || offsets[slot] != offset)) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    private MemorySegment keep(Object array, int offset, MemorySegment segment) {
        if (2 * kept >= arrays.length) {
            grow();
        }
        put(array, offset, segment);
        return segment;
    }

    private void put(Object array, int offset, MemorySegment segment) {
        int slot = slot(array, offset);
        arrays[slot] = array;
        offsets[slot] = offset;
        segments[slot] = segment;
        kept++;
    }

    private void grow() {
        @Nullable Object[] oldArrays = arrays;
        int[] oldOffsets = offsets;
        @Nullable MemorySegment[] oldSegments = segments;
        boolean anew = 2 * oldArrays.length > MOST_SLOTS;
        int slots = anew ? FIRST_SLOTS : 2 * oldArrays.length;
        arrays = new Object[slots];
        offsets = new int[slots];
        segments = new MemorySegment[slots];
        kept = 0;
        for (int i = 0; i < oldArrays.length && !anew; i++) {
            Object array = oldArrays[i];
            MemorySegment segment = oldSegments[i];
            if (array != null && segment != null) {
                put(array, oldOffsets[i], segment);
            }
        }
    }
}
