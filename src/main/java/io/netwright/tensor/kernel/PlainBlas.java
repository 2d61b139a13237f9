package io.netwright.tensor.kernel;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;

/// EJML's own product. It works on whole matrices, so parts of arrays are copied out and back first.
public final class PlainBlas implements Blas {

    @Override
    public String description() {
        return "EJML";
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
        FMatrixRMaj left = part(a, aOff, lda, transA ? k : m, transA ? m : k);
        FMatrixRMaj right = part(b, bOff, ldb, transB ? n : k, transB ? k : n);
        FMatrixRMaj product = new FMatrixRMaj(m, n);
        if (transA && transB) {
            CommonOps_FDRM.multTransAB(alpha, left, right, product);
        } else if (transA) {
            CommonOps_FDRM.multTransA(alpha, left, right, product);
        } else if (transB) {
            CommonOps_FDRM.multTransB(alpha, left, right, product);
        } else {
            CommonOps_FDRM.mult(alpha, left, right, product);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int at = cOff + i * ldc + j;
                c[at] = product.data[i * n + j] + (beta == 0 ? 0 : beta * c[at]);
            }
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
        DMatrixRMaj left = part(a, aOff, lda, transA ? k : m, transA ? m : k);
        DMatrixRMaj right = part(b, bOff, ldb, transB ? n : k, transB ? k : n);
        DMatrixRMaj product = new DMatrixRMaj(m, n);
        if (transA && transB) {
            CommonOps_DDRM.multTransAB(alpha, left, right, product);
        } else if (transA) {
            CommonOps_DDRM.multTransA(alpha, left, right, product);
        } else if (transB) {
            CommonOps_DDRM.multTransB(alpha, left, right, product);
        } else {
            CommonOps_DDRM.mult(alpha, left, right, product);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int at = cOff + i * ldc + j;
                c[at] = product.data[i * n + j] + (beta == 0 ? 0 : beta * c[at]);
            }
        }
    }

    private static FMatrixRMaj part(float[] data, int off, int ld, int rows, int cols) {
        FMatrixRMaj part = new FMatrixRMaj(rows, cols);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(data, off + i * ld, part.data, i * cols, cols);
        }
        return part;
    }

    private static DMatrixRMaj part(double[] data, int off, int ld, int rows, int cols) {
        DMatrixRMaj part = new DMatrixRMaj(rows, cols);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(data, off + i * ld, part.data, i * cols, cols);
        }
        return part;
    }
}
