package io.netwright.tensor.kernel;

/// The matrix product, where the time goes: `C = alpha * op(A) * op(B) + beta * C` on row-major arrays.
///
/// Two implementations: [OpenBlas], which is native, and [PlainBlas], EJML's own product, which is always there and is
/// what the native one is tested against.
public interface Blas {

    /// Which implementation this is, for logs and the bench table, such as `EJML` or `OpenBLAS 0.3.31 SkylakeX`.
    String description();

    /// @param transA whether op(A) is A transposed
    /// @param m      rows of op(A) and C
    /// @param n      columns of op(B) and C
    /// @param k      columns of op(A), rows of op(B)
    /// @param a      A from `aOff` on, `lda` numbers a row. Not modified.
    /// @param b      B from `bOff` on, `ldb` numbers a row. Not modified.
    /// @param beta   0 means that C need not hold numbers before
    /// @param c      C from `cOff` on, `ldc` numbers a row. Modified.
    void gemm(
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
            int ldc);

    /// The same in float64.
    void gemm(
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
            int ldc);

    /// @return the fastest implementation that works on this machine; found out once, at first use
    static Blas best() {
        return BlasHolder.BEST;
    }

    /// Begins to look for it on a thread of its own, unless that has begun: loading and testing a native library takes
    /// half a second, in which whoever is about to train can do something else.
    ///
    /// @return the thread, which ends when [#best] is there and the log says which it is
    static Thread prepare() {
        return BlasHolder.Early.THREAD;
    }
}
