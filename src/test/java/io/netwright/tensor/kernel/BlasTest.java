package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Both implementations, against sums written out and against one another.
class BlasTest {

    private static final double[] A = {1, 2, 3, 4, 5, 6};
    private static final double[] B = {7, 8, 9, 10, 11, 12};

    @Test
    void plainAndNativeComputeTheProductWrittenOutByHand() {
        for (Blas blas : new Blas[] {new PlainBlas(), new OpenBlas()}) {
            double[] c = new double[4];
            blas.gemm(false, false, 2, 2, 3, 1.0, A, 0, 3, B, 0, 2, 0.0, c, 0, 2);
            assertArrayEquals(new double[] {58, 64, 139, 154}, c, blas.description());
            double[] t = {1, 1, 1, 1};
            blas.gemm(true, true, 2, 2, 3, 1.0, A, 0, 2, B, 0, 3, 1.0, t, 0, 2);
            // A is (3 x 2) here: columns (1,3,5) and (2,4,6); B's rows (7,8,9) and (10,11,12)
            assertArrayEquals(new double[] {77, 104, 101, 137}, t, blas.description());
        }
    }

    @Test
    void theNativeOneEqualsThePlainOneAtAwkwardSizes() {
        assertEquals("", BlasHolder.SelfTest.fault(new OpenBlas(), new PlainBlas()));
    }

    @Test
    void theSelfTestFindsAWrongKernel() {
        Blas wrong = new Blas() {
            private final Blas right = new PlainBlas();

            @Override
            public String description() {
                return "wrong";
            }

            @Override
            public void gemm(
                    boolean ta,
                    boolean tb,
                    int m,
                    int n,
                    int k,
                    float al,
                    float[] a,
                    int ao,
                    int la,
                    float[] b,
                    int bo,
                    int lb,
                    float be,
                    float[] c,
                    int co,
                    int lc) {
                right.gemm(ta, tb, m, n, k, al, a, ao, la, b, bo, lb, be, c, co, lc);
                c[c.length - 1] += k > 20 ? 0.01f : 0;
            }

            @Override
            public void gemm(
                    boolean ta,
                    boolean tb,
                    int m,
                    int n,
                    int k,
                    double al,
                    double[] a,
                    int ao,
                    int la,
                    double[] b,
                    int bo,
                    int lb,
                    double be,
                    double[] c,
                    int co,
                    int lc) {
                right.gemm(ta, tb, m, n, k, al, a, ao, la, b, bo, lb, be, c, co, lc);
            }
        };
        assertFalse(BlasHolder.SelfTest.fault(wrong, new PlainBlas()).isEmpty());
    }

    @Test
    void anArrayThatIsTooShortIsRefusedBeforeNativeCodeSeesIt() {
        assertThrows(IndexOutOfBoundsException.class, () -> new OpenBlas()
                .gemm(false, false, 2, 2, 4, 1.0, A, 0, 4, B, 0, 2, 0.0, new double[4], 0, 2));
    }

    @Test
    void aProductInPiecesIsTheWholeOne() {
        java.util.Random random = new java.util.Random(9);
        // cut along rows, columns and sums; transposed on either side
        int[][] sizes = {{70, 130, 1700, 0}, {200, 65, 300, 1}, {33, 100, 900, 2}, {1030, 64, 64, 0}};
        for (int[] s : sizes) {
            int m = s[0];
            int n = s[1];
            int k = s[2];
            boolean transA = s[3] == 1;
            boolean transB = s[3] == 2;
            assertFalse(Tiles.isWhole(transA, transB, m, n, k));
            float[] a = floats(random, m * k);
            float[] b = floats(random, n * k);
            float[] c = floats(random, m * n);
            float[] expected = c.clone();
            new OpenBlas().gemm(transA, transB, m, n, k, 1f, a, 0, transA ? m : k, b, 0, transB ? k : n, 1f, c, 0, n);
            new PlainBlas()
                    .gemm(transA, transB, m, n, k, 1f, a, 0, transA ? m : k, b, 0, transB ? k : n, 1f, expected, 0, n);
            assertArrayEquals(expected, c, 1e-6f * (k + 4));
        }
    }

    private static float[] floats(java.util.Random random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() - 0.5f;
        }
        return x;
    }

    @Test
    void preparingIsDoneOnceAndComesToAnEnd() throws InterruptedException {
        Thread preparing = Blas.prepare();
        assertTrue(preparing.join(java.time.Duration.ofMinutes(1)));
        assertSame(preparing, Blas.prepare());
    }
}
