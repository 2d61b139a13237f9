package io.netwright.tensor.kernel;

import java.util.Set;

/// Into which pieces a product is cut for OpenBLAS's kernels for small matrices, which take the numbers where they lie.
///
/// For larger ones OpenBLAS copies both operands into blocks first, which in a network's middling products costs a
/// third of the time: 64 x 784 by 784 x 128 runs at 138 GFLOP/s whole and at 217 in pieces, 32 x 128 by 128 x 512 at 97
/// and 177. The kernels exist for AVX-512 cores; elsewhere, and for very large products, nothing is cut. The pieces
/// depend on the sizes alone, so that the same product gives the same bits.
final class Tiles {

    /// Up to this many products, OpenBLAS takes its kernels for small matrices.
    private static final long SMALL = 1_000_000;

    /// From here on, copying into blocks pays.
    private static final long LARGE = 128_000_000;

    /// What `openblas_get_corename` says where those kernels exist.
    private static final Set<String> CORES = Set.of("SkylakeX", "Cooperlake", "SapphireRapids");

    private Tiles() {}

    static boolean suit(String core) {
        return CORES.contains(core);
    }

    /// @return whether an `m x k` by `k x n` product in float32 is not cut at all
    static boolean isWhole(boolean transA, boolean transB, int m, int n, int k) {
        long size = (long) m * n * k;
        // both transposed does not occur; a right one transposed gains only where the left one has few rows
        return size <= SMALL || size > LARGE || transB && (transA || m > 64);
    }

    /// @return columns of a piece of the result
    static int cols(boolean transB, int n) {
        return Math.min(n, transB ? 32 : 64);
    }

    /// @return products summed at a time: `k` is cut into as few as possible
    static int terms(boolean transA, int k) {
        int most = transA ? 128 : 800;
        int pieces = (k + most - 1) / most;
        return (k + pieces - 1) / pieces;
    }

    /// @return rows of a piece of the result
    static int rows(int m, int cols, int terms) {
        return Math.min(m, (int) Math.max(16, SMALL / ((long) cols * terms) / 16 * 16));
    }
}
