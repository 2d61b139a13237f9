package io.netwright.tensor.kernel;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the BLAS once, when it is first needed: the native one, if it loads and gets a few products right.
final class BlasHolder {

    static final Blas BEST = choose();

    private BlasHolder() {}

    /// Apart, for a logger takes its time to be set up.
    private static final class Log {
        static final Logger OF = LoggerFactory.getLogger(BlasHolder.class);
    }

    /// Begins when it is first looked at, and only once.
    static final class Early {

        static final Thread THREAD = Thread.ofPlatform()
                .name("netwright-blas")
                .daemon()
                .start(() -> {
                    String description = BEST.description();
                    Log.OF.info("matrix products by {}", description);
                });

        private Early() {}
    }

    private static Blas choose() {
        Blas plain = new PlainBlas();
        if (Boolean.getBoolean("netwright.plainBlas")) {
            return plain;
        }
        try {
            Blas fast = new OpenBlas();
            String fault = SelfTest.fault(fast, plain);
            if (fault.isEmpty()) {
                return fast;
            }
            Log.OF.warn("matrix products by EJML: {} failed its self-test: {}", fast.description(), fault);
        } catch (IllegalStateException | LinkageError e) {
            Log.OF.warn("matrix products by EJML, which is slower: the native library cannot be used", e);
        }
        return plain;
    }

    /// A few products of awkward sizes, plain and transposed, whole and in part. Some builds of BLAS libraries compute
    /// wrong numbers on processors that they take for others; better slow than wrong.
    static final class SelfTest {

        private static final int[][] SIZES = {{1, 1, 1}, {2, 3, 7}, {17, 5, 65}, {64, 33, 31}, {130, 67, 129}};

        private SelfTest() {}

        /// @return what is wrong with `blas`; empty where nothing is
        static String fault(Blas blas, Blas twin) {
            Random random = new Random(7);
            for (int[] s : SIZES) {
                // large operands are copied into blocks, each for itself: two products show all four ways
                for (int trans = 0; trans < 4; trans += s[0] > 100 ? 3 : 1) {
                    String fault = fault(blas, twin, random, (trans & 1) != 0, (trans & 2) != 0, s[0], s[1], s[2]);
                    if (!fault.isEmpty()) {
                        return fault;
                    }
                }
            }
            return "";
        }

        private static String fault(
                Blas blas, Blas twin, Random random, boolean transA, boolean transB, int m, int n, int k) {
            int lda = (transA ? m : k) + 1;
            int ldb = (transB ? k : n) + 2;
            double[] a =
                    random.doubles(3 + (long) (transA ? k : m) * lda, -1, 1).toArray();
            double[] b =
                    random.doubles(5 + (long) (transB ? n : k) * ldb, -1, 1).toArray();
            double[] c = random.doubles((long) m * n, -1, 1).toArray();
            double[] expected = c.clone();
            float[] single = floats(c);
            blas.gemm(transA, transB, m, n, k, 2.0, a, 3, lda, b, 5, ldb, 0.5, c, 0, n);
            twin.gemm(transA, transB, m, n, k, 2.0, a, 3, lda, b, 5, ldb, 0.5, expected, 0, n);
            blas.gemm(transA, transB, m, n, k, 2.0f, floats(a), 3, lda, floats(b), 5, ldb, 0.5f, single, 0, n);
            for (int i = 0; i < c.length; i++) {
                // rounding grows with the length of the sums; a wrong kernel is off by whole terms
                boolean right = Math.abs(c[i] - expected[i]) <= 1e-14 * (k + 4)
                        && Math.abs(single[i] - expected[i]) <= 1e-6 * (k + 4);
                if (!right) {
                    return m + " x " + k + " times " + k + " x " + n + (transA ? ", left transposed" : "")
                            + (transB ? ", right transposed" : "") + ": " + c[i] + " and " + single[i] + " for "
                            + expected[i];
                }
            }
            return "";
        }

        private static float[] floats(double[] x) {
            float[] f = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                f[i] = (float) x[i];
            }
            return f;
        }
    }
}
