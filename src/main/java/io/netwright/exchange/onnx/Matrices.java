package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.MatMul;
import java.util.ArrayList;
import java.util.List;

/// Matrix products.
final class Matrices {

    private Matrices() {}

    static void matmul(Call c, MatMul op) {
        boolean matrices = c.shape(0).rank() == 2 && c.shape(1).rank() == 2;
        boolean turned = op.transA() || op.transB();
        boolean biased = c.in().size() == 3;
        if (matrices && (turned || biased)) {
            List<AttributeProto> attributes = new ArrayList<>();
            if (op.transA()) {
                attributes.add(Attributes.integer("transA", 1));
            }
            if (op.transB()) {
                attributes.add(Attributes.integer("transB", 1));
            }
            c.result("Gemm", c.in(), attributes.toArray(AttributeProto[]::new));
        } else if (op.transA()) {
            // sums over the batch, as only derivatives do
            throw c.refuse("exchange.onnx.refused.training");
        } else if (op.transB()) {
            String b = c.step("Transpose", List.of(c.in().get(1)), Attributes.integers("perm", 1, 0));
            c.result("MatMul", List.of(c.x(), b));
        } else {
            c.result("MatMul", c.in());
        }
    }
}
