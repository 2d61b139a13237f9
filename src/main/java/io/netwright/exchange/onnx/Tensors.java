package io.netwright.exchange.onnx;

import com.google.protobuf.ByteString;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.exchange.onnx.proto.TensorShapeProto;
import io.netwright.exchange.onnx.proto.TypeProto;
import io.netwright.exchange.onnx.proto.ValueInfoProto;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Tensors and their types as the format has them.
final class Tensors {

    /// What the batch axis is called in the file.
    static final String BATCH = "N";

    private Tensors() {}

    static int type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> TensorProto.DataType.FLOAT_VALUE;
            case FLOAT64 -> TensorProto.DataType.DOUBLE_VALUE;
        };
    }

    static TensorProto reals(String name, Precision precision, double[] values, int... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, precision.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            if (precision == Precision.FLOAT32) {
                bytes.putFloat((float) v);
            } else {
                bytes.putDouble(v);
            }
        }
        return raw(name, type(precision), bytes, dims);
    }

    static TensorProto integers(String name, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            bytes.putLong(v);
        }
        return raw(name, TensorProto.DataType.INT64_VALUE, bytes, values.length);
    }

    private static TensorProto raw(String name, int type, ByteBuffer bytes, int... dims) {
        TensorProto.Builder b =
                TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(bytes.flip()));
        for (int d : dims) {
            b.addDims(d);
        }
        return b.build();
    }

    /// @return name and type of a value; an axis that grows with the batch is symbolic
    static ValueInfoProto info(String name, Precision precision, Shape shape, String doc) {
        TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < shape.rank(); axis++) {
            dims.addDim(dimension(shape, axis));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type(precision))
                .setShape(dims)
                .build();
        ValueInfoProto.Builder b = ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
        return doc.isEmpty() ? b.build() : b.setDocString(doc).build();
    }

    private static TensorShapeProto.Dimension dimension(Shape shape, int axis) {
        TensorShapeProto.Dimension.Builder d = TensorShapeProto.Dimension.newBuilder();
        if (!shape.isBatched(axis)) {
            return d.setDimValue(shape.size(axis)).build();
        }
        int times = shape.size(axis);
        return d.setDimParam(times == 1 ? BATCH : times + "*" + BATCH)
                .setDenotation("DATA_BATCH")
                .build();
    }
}
