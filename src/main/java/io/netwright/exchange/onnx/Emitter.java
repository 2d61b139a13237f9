package io.netwright.exchange.onnx;

import io.netwright.op.Affine;
import io.netwright.op.AvgPool;
import io.netwright.op.AvgPoolGrad;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.Concat;
import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.ConvWeightGrad;
import io.netwright.op.CrossEntropy;
import io.netwright.op.CrossEntropyGrad;
import io.netwright.op.LogSoftmax;
import io.netwright.op.MatMul;
import io.netwright.op.MaxPool;
import io.netwright.op.MaxPoolGrad;
import io.netwright.op.OneHot;
import io.netwright.op.PadAxis;
import io.netwright.op.RandomMask;
import io.netwright.op.RandomNormal;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.ScaleColumns;
import io.netwright.op.SequenceOp;
import io.netwright.op.SliceAxis;
import io.netwright.op.Softmax;
import io.netwright.op.SoftmaxGrad;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Upsample;
import io.netwright.op.UpsampleGrad;

/// The one place that says what each op is in ONNX. A new op does not compile until it is said here; a layer made of
/// ops that are here already needs nothing.
final class Emitter {

    private Emitter() {}

    static void emit(Call c) {
        switch (c.instruction().op()) {
            case Affine op -> Elementwise.affine(c, op);
            case BatchNormInference op -> Elementwise.batchNorm(c, op);
            case Binary op -> Elementwise.binary(c, op);
            case Broadcast op -> Shapes.broadcast(c, op);
            case Concat op -> Shapes.concat(c, op);
            case AvgPool op -> Windows.avgPool(c, op);
            case Conv op -> Windows.conv(c, op);
            case ConvInputGrad op -> Windows.convTranspose(c, op);
            case LogSoftmax _ -> c.result("LogSoftmax", c.in(), Attributes.integer("axis", -1));
            case MatMul op -> Matrices.matmul(c, op);
            case MaxPool op -> Windows.maxPool(c, op);
            case PadAxis op -> Shapes.pad(c, op);
            case Reduce op -> Shapes.reduce(c, op);
            case Reshape op -> Shapes.reshape(c, op);
            case SequenceOp op -> Sequences.emit(c, op);
            case SliceAxis op -> Shapes.slice(c, op);
            case Softmax _ -> c.result("Softmax", c.in(), Attributes.integer("axis", -1));
            case Unary op -> Elementwise.unary(c, op);
            case Upsample op -> Windows.upsample(c, op);
            case ScaleColumns op -> Elementwise.scaleColumns(c, op);
            case CrossEntropy _, OneHot _ -> throw c.refuse("exchange.onnx.refused.loss");
            case UpsampleGrad _, RandomMask _, RandomNormal _, AvgPoolGrad _, ConvWeightGrad _ ->
                throw c.refuse("exchange.onnx.refused.training");
            case CrossEntropyGrad _, MaxPoolGrad _, SoftmaxGrad _, UnaryGrad _ ->
                throw c.refuse("exchange.onnx.refused.training");
        }
    }
}
