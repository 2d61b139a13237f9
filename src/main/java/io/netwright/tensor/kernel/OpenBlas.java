package io.netwright.tensor.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The native matrix product: OpenBLAS by the foreign-function API, straight on the Java arrays.
///
/// The calls are *critical*: the arrays are pinned, not copied, and cost about 0.1 microseconds to reach. OpenBLAS is
/// kept to one thread of its own, since batches are sharded over threads of ours.
///
/// The handles are constants, so that the JIT compiles a call into a plain native one.
final class OpenBlas implements Blas {

    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANS = 111;
    private static final int TRANS = 112;

    private static final SymbolLookup LIBRARY = load();
    private static final MethodHandle SGEMM = gemmHandle("cblas_sgemm", JAVA_FLOAT);
    private static final MethodHandle DGEMM = gemmHandle("cblas_dgemm", JAVA_DOUBLE);

    private final String description;
    private final boolean tiled;

    /// @throws IllegalStateException where the library is not there or does not load; `BlasHolder` falls back then
    OpenBlas() {
        String core = text("openblas_get_corename");
        this.description = "OpenBLAS " + version() + " " + core;
        this.tiled = Tiles.suit(core);
        try {
            handle("openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT))
                    .invoke(1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static SymbolLookup load() {
        String folder = "org/bytedeco/openblas/" + NativeLibrary.platform();
        String library = NativeLibrary.platform().startsWith("windows")
                ? "libopenblas.dll"
                : NativeLibrary.platform().startsWith("macosx") ? "libopenblas.0.dylib" : "libopenblas.so.0";
        try {
            NativeLibrary.loadAll(folder, library);
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new IllegalStateException(e);
        }
        return SymbolLookup.loaderLookup();
    }

    private static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
        MemorySegment symbol = LIBRARY.find(name).orElseThrow(() -> new IllegalStateException("no " + name));
        return Linker.nativeLinker().downcallHandle(symbol, type, options);
    }

    private static MethodHandle gemmHandle(String name, MemoryLayout real) {
        return handle(
                name,
                FunctionDescriptor.ofVoid(
                        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, real, ADDRESS, JAVA_INT, ADDRESS,
                        JAVA_INT, real, ADDRESS, JAVA_INT),
                Linker.Option.critical(true));
    }

    private static String text(String function) {
        try {
            MemorySegment answer = (MemorySegment)
                    handle(function, FunctionDescriptor.of(ADDRESS)).invoke();
            return answer.reinterpret(256).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version() {
        String[] words = text("openblas_get_config").split(" ", 3);
        return words.length > 1 ? words[1] : "";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void gemm(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOff,
            int lda,
            float[] b,
            int bOff,
            int ldb,
            float beta,
            float[] c,
            int cOff,
            int ldc) {
        check(transA, m, k, a.length, aOff, lda);
        check(transB, k, n, b.length, bOff, ldb);
        check(false, m, n, c.length, cOff, ldc);
        if (!tiled || Tiles.isWhole(transA, transB, m, n, k)) {
            sgemm(transA, transB, m, n, k, alpha, a, aOff, lda, b, bOff, ldb, beta, c, cOff, ldc);
            return;
        }
        int mostCols = Tiles.cols(transB, n);
        int mostTerms = Tiles.terms(transA, k);
        int mostRows = Tiles.rows(m, mostCols, mostTerms);
        for (int i = 0; i < m; i += mostRows) {
            int rows = Math.min(mostRows, m - i);
            for (int j = 0; j < n; j += mostCols) {
                int cols = Math.min(mostCols, n - j);
                for (int l = 0; l < k; l += mostTerms) {
                    int terms = Math.min(mostTerms, k - l);
                    int atA = aOff + (transA ? l * lda + i : i * lda + l);
                    int atB = bOff + (transB ? j * ldb + l : l * ldb + j);
                    int atC = cOff + i * ldc + j;
                    float kept = l == 0 ? beta : 1;
                    sgemm(transA, transB, rows, cols, terms, alpha, a, atA, lda, b, atB, ldb, kept, c, atC, ldc);
                }
            }
        }
    }

    private static void sgemm(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOff,
            int lda,
            float[] b,
            int bOff,
            int ldb,
            float beta,
            float[] c,
            int cOff,
            int ldc) {
        Segments segments = Segments.mine();
        try {
            SGEMM.invokeExact(
                    ROW_MAJOR,
                    transA ? TRANS : NO_TRANS,
                    transB ? TRANS : NO_TRANS,
                    m,
                    n,
                    k,
                    alpha,
                    segments.of(a, aOff),
                    lda,
                    segments.of(b, bOff),
                    ldb,
                    beta,
                    segments.of(c, cOff),
                    ldc);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void gemm(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOff,
            int lda,
            double[] b,
            int bOff,
            int ldb,
            double beta,
            double[] c,
            int cOff,
            int ldc) {
        check(transA, m, k, a.length, aOff, lda);
        check(transB, k, n, b.length, bOff, ldb);
        check(false, m, n, c.length, cOff, ldc);
        Segments segments = Segments.mine();
        try {
            DGEMM.invokeExact(
                    ROW_MAJOR,
                    transA ? TRANS : NO_TRANS,
                    transB ? TRANS : NO_TRANS,
                    m,
                    n,
                    k,
                    alpha,
                    segments.of(a, aOff),
                    lda,
                    segments.of(b, bOff),
                    ldb,
                    beta,
                    segments.of(c, cOff),
                    ldc);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Native code does not know where an array ends.
    private static void check(boolean trans, int rows, int cols, int length, int off, int ld) {
        int storedRows = trans ? cols : rows;
        int storedCols = trans ? rows : cols;
        boolean fits = rows > 0
                && cols > 0
                && off >= 0
                && ld >= storedCols
                && off + (long) (storedRows - 1) * ld + storedCols <= length;
        if (!fits) {
            throw new IndexOutOfBoundsException(
                    rows + " x " + cols + " from " + off + " with " + ld + " a row, in " + length);
        }
    }
}
