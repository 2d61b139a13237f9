package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.netwright.tensor.DoubleTensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The fast ways through convolution and pooling (strips, windows of one element, halved images) and the general one
/// against sums written out.
class WindowKernelsTest {

    private static final Kernels KERNELS = DoubleKernels.INSTANCE;
    private static final int N = 2;
    private static final int C = 4;
    private static final int F = 6;

    private record Case(int kernelH, int kernelW, int stride, int dilation, int before, int groups, int h, int w) {

        Window window() {
            return new Window(
                    List.of(kernelH, kernelW),
                    List.of(stride, stride),
                    List.of(dilation, dilation),
                    List.of(before, before),
                    List.of(before, before));
        }

        int outH() {
            return window().places(0, h);
        }

        int outW() {
            return window().places(1, w);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(5, 5, 1, 1, 2, 1, 9, 7),
            new Case(3, 2, 1, 1, 0, 2, 8, 8),
            new Case(3, 3, 1, 2, 2, 1, 7, 9),
            new Case(2, 5, 1, 1, 3, 1, 3, 1),
            new Case(1, 1, 1, 1, 0, 2, 5, 3),
            new Case(1, 3, 1, 1, 1, 1, 4, 6),
            new Case(3, 3, 2, 1, 1, 2, 9, 8));

    private static DoubleTensor random(Random random, int... dims) {
        DoubleTensor t = new DoubleTensor(dims);
        for (int i = 0; i < t.size(); i++) {
            t.set(i, random.nextGaussian());
        }
        return t;
    }

    /// What each pair of an input and an output element have to do with one another.
    private interface Term {
        void at(int x, int weight, int y);
    }

    private static void forEachTerm(Case s, DoubleTensor x, DoubleTensor weight, DoubleTensor y, Term term) {
        int perGroup = C / s.groups;
        for (int n = 0; n < N; n++) {
            for (int f = 0; f < F; f++) {
                for (int i = 0; i < s.outH(); i++) {
                    for (int j = 0; j < s.outW(); j++) {
                        for (int c = 0; c < perGroup; c++) {
                            for (int u = 0; u < s.kernelH; u++) {
                                for (int v = 0; v < s.kernelW; v++) {
                                    int row = i * s.stride + u * s.dilation - s.before;
                                    int col = j * s.stride + v * s.dilation - s.before;
                                    if (row >= 0 && row < s.h && col >= 0 && col < s.w) {
                                        int channel = f / (F / s.groups) * perGroup + c;
                                        term.at(
                                                x.offset(n, channel, row, col),
                                                weight.offset(f, c, u, v),
                                                y.offset(n, f, i, j));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void convolutionAndItsDerivativesAreTheSumsWrittenOut() {
        Random random = new Random(5);
        for (Case s : CASES) {
            DoubleTensor x = random(random, N, C, s.h, s.w);
            DoubleTensor weight = random(random, F, C / s.groups, s.kernelH, s.kernelW);
            DoubleTensor dy = random(random, N, F, s.outH(), s.outW());
            DoubleTensor y = dy.copy();
            DoubleTensor dx = x.copy();
            DoubleTensor dw = weight.copy();
            KERNELS.conv(s.window(), s.groups, x, weight, y);
            KERNELS.convInputGrad(s.window(), s.groups, weight, dy, dx);
            KERNELS.convWeightGrad(s.window(), s.groups, x, dy, dw);
            double[] expectedY = new double[y.size()];
            double[] expectedX = new double[x.size()];
            double[] expectedW = new double[weight.size()];
            forEachTerm(s, x, weight, y, (i, k, o) -> {
                expectedY[o] += x.get(i) * weight.get(k);
                expectedX[i] += dy.get(o) * weight.get(k);
                expectedW[k] += dy.get(o) * x.get(i);
            });
            assertArrayEquals(expectedY, y.toArray(), 1e-12, s + ": y");
            assertArrayEquals(expectedX, dx.toArray(), 1e-12, s + ": dx");
            assertArrayEquals(expectedW, dw.toArray(), 1e-12, s + ": dw");
        }
    }

    @Test
    void aHalvedImagePoolsAsTheGeneralWayDoes() {
        Random random = new Random(6);
        for (int width : new int[] {2, 7, 8}) {
            DoubleTensor x = random(random, N, C, 5, width);
            // ties go to the first
            x.set(0, 9);
            x.set(width, 9);
            DoubleTensor dy = random(random, N, C, 2, width / 2);
            DoubleTensor y = dy.copy();
            DoubleTensor dx = x.copy();
            KERNELS.maxPool(Window.tiles(List.of(2, 2)), x, y);
            KERNELS.maxPoolGrad(Window.tiles(List.of(2, 2)), x, y, dy, dx);
            double[] expectedX = new double[x.size()];
            for (int o = 0; o < y.size(); o++) {
                int[] at = y.index(o);
                int best = -1;
                for (int k = 0; k < 4; k++) {
                    int here = x.offset(at[0], at[1], 2 * at[2] + k / 2, 2 * at[3] + k % 2);
                    best = best < 0 || x.get(here) > x.get(best) ? here : best;
                }
                assertArrayEquals(new double[] {x.get(best)}, new double[] {y.get(o)});
                expectedX[best] += dy.get(o);
            }
            assertArrayEquals(expectedX, dx.toArray());
        }
    }
}
