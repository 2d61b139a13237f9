package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.List;

/// One instruction at the moment at which its operators are written.
///
/// @param graph       where they go
/// @param instruction what is to be said; where a bias was folded into it, the instruction that it was folded into
/// @param in          the names of the operands, a folded bias last
/// @param out         the name that the result must get
record Call(GraphWriter graph, Instruction instruction, List<String> in, String out) {

    String x() {
        return in.getFirst();
    }

    Shape shape(int operand) {
        return instruction.inputs().get(operand).shape();
    }

    Shape outShape() {
        return instruction.output().shape();
    }

    boolean isFloat64() {
        return graph.precision() == Precision.FLOAT64;
    }

    Opset opset() {
        return graph.opset();
    }

    /// Writes the operator whose output is the instruction's result.
    void result(String type, List<String> inputs, AttributeProto... attributes) {
        graph.operator(instruction.node(), type, inputs, out, attributes);
    }

    /// Writes an operator on the way there.
    ///
    /// @return the name of its output
    String step(String type, List<String> inputs, AttributeProto... attributes) {
        return graph.operator(
                instruction.node(), type, inputs, graph.fresh(instruction.node() + "." + type), attributes);
    }

    /// @return the name of a constant without axes
    String number(String what, double value) {
        return graph.constant(instruction.node() + "." + what, new double[] {value});
    }

    /// @return the name of a constant list of whole numbers
    String integers(String what, long... values) {
        return graph.integers(instruction.node() + "." + what, values);
    }

    /// @return the refusal of something that has no form in the target
    UserException refuse(String key) {
        List<Object> shapes = List.of(instruction.inputs().stream()
                .map(Value::shape)
                .map(Shape::toString)
                .toList()
                .toString());
        return new UserException(
                Message.of(key, instruction.node(), instruction.op().name(), shapes.getFirst()));
    }
}
