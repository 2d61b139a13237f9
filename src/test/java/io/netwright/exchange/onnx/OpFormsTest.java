package io.netwright.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.exchange.TestNetworks;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.op.Affine;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.MatMul;
import io.netwright.op.Op;
import io.netwright.op.PadAxis;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.SliceAxis;
import io.netwright.op.Softmax;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.program.ProgramBuilder;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each op in every form that it can take in a finished network, whether a layer uses it yet or not, in both
/// precisions.
class OpFormsTest {

    private static final Shape FLAT = Shape.batchOf(6);
    private static final Shape IMAGE = Shape.batchOf(2, 3, 4);

    private static int next;

    private record Case(String name, Shape input, BiFunction<ProgramBuilder, Value, Value> body) {}

    @TestFactory
    Stream<DynamicTest> opsAgreeWithOnnxRuntime() {
        return cases().stream().flatMap(c -> Stream.of(Precision.values()).flatMap(p -> Stream.of(17, 18, 20, 21)
                .map(opset -> DynamicTest.dynamicTest(
                        c.name() + ", " + p.text() + ", opset " + opset, () -> check(c, p, opset)))));
    }

    private static void check(Case c, Precision precision, int opset) {
        ProgramBuilder b = new ProgramBuilder();
        b.at("x", Phase.FORWARD);
        Value x = b.input("X", c.input());
        b.at("it", Phase.FORWARD);
        b.output("y", c.body().apply(b, x));
        Program program = b.build(false);
        OnnxModel model = TestNetworks.export(program, new Opset(opset), precision);
        boolean single = c.name().equals("GELU");
        assertEquals(single ? Precision.FLOAT32 : precision, model.precision());
        assertEquals(
                single && precision == Precision.FLOAT64 ? 1 : 0, model.notes().size());
        Certificate certificate = TestNetworks.certify(model);
        assertTrue(certificate.passed(), certificate::toString);
        assertTrue(certificate.outputs().getFirst().largest() > 0, "an output of zeros proves nothing");
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (UnaryFn fn : UnaryFn.values()) {
            boolean positive = List.of(UnaryFn.SQRT, UnaryFn.RSQRT, UnaryFn.RECIPROCAL, UnaryFn.LOG, UnaryFn.POWER)
                    .contains(fn);
            cases.add(new Case(fn.text(), FLAT, (b, x) -> {
                Value in = positive ? b.affine("", b.unary("", UnaryFn.ABS, x), 1, 0.5) : x;
                return b.apply("", new Unary(fn, 0.3), in);
            }));
        }
        cases.add(
                new Case("LeakyReLU steeper than 1", FLAT, (b, x) -> b.apply("", new Unary(UnaryFn.LEAKY_RELU, 2), x)));
        for (BinaryFn fn : BinaryFn.values()) {
            cases.add(new Case(fn.text(), IMAGE, (b, x) -> {
                Value positive = b.affine("", b.unary("", UnaryFn.SQUARE, parameter(b, 2, 1, 1)), 1, 0.5);
                return b.apply("", new Binary(fn), x, positive);
            }));
        }
        for (Affine op : List.of(new Affine(1, 0), new Affine(2, 0), new Affine(1, 3), new Affine(-0.3, 0.7))) {
            cases.add(simple(op.toString(), FLAT, op));
        }
        cases.add(simple("Softmax", FLAT, new Softmax()));
        cases.add(simple("Softmax of an image's rows", IMAGE, new Softmax()));
        for (Shape shape : List.of(FLAT, IMAGE)) {
            cases.add(new Case("BatchNorm " + shape, shape, (b, x) -> {
                int c = shape.size(1);
                Value variance = b.unary("", UnaryFn.SQUARE, parameter(b, c));
                return b.apply(
                        "",
                        new BatchNormInference(1e-3),
                        x,
                        parameter(b, c),
                        parameter(b, c),
                        parameter(b, c),
                        variance);
            }));
        }
        matrices(cases);
        shapes(cases);
        return cases;
    }

    private static void matrices(List<Case> cases) {
        cases.add(new Case("MatMul", FLAT, (b, x) -> b.matmul("", x, parameter(b, 6, 3))));
        cases.add(new Case(
                "MatMul, right turned", FLAT, (b, x) -> b.apply("", new MatMul(false, true), x, parameter(b, 3, 6))));
        cases.add(new Case(
                "MatMul and bias, right turned",
                FLAT,
                (b, x) -> b.add("", b.apply("", new MatMul(false, true), x, parameter(b, 3, 6)), parameter(b, 3))));
        cases.add(new Case(
                "MatMul, left turned",
                FLAT,
                (b, x) ->
                        b.matmul("", x, b.apply("", new MatMul(true, false), parameter(b, 3, 6), parameter(b, 3, 5)))));
        cases.add(new Case("MatMul of rank 4", IMAGE, (b, x) -> b.matmul("", x, parameter(b, 4, 5))));
        cases.add(new Case(
                "MatMul of rank 4, right turned",
                IMAGE,
                (b, x) -> b.apply("", new MatMul(false, true), x, parameter(b, 5, 4))));
        cases.add(new Case(
                "bias before the product",
                FLAT,
                (b, x) -> b.add("", parameter(b, 3), b.matmul("", x, parameter(b, 6, 3)))));
        cases.add(new Case("a product that is used twice", FLAT, (b, x) -> {
            Value product = b.matmul("", x, parameter(b, 6, 3));
            return b.mul("", b.add("", product, parameter(b, 3)), product);
        }));
        cases.add(new Case(
                "a product and a matrix",
                FLAT,
                (b, x) -> b.add("", b.matmul("", x, parameter(b, 6, 6)), b.unary("", UnaryFn.TANH, x))));
    }

    private static void shapes(List<Case> cases) {
        cases.add(simple("Reshape to itself", IMAGE, new Reshape(IMAGE)));
        cases.add(simple("Flatten", IMAGE, new Reshape(Shape.batchOf(24))));
        cases.add(simple("Reshape", IMAGE, new Reshape(Shape.batchOf(4, 6))));
        cases.add(simple("Reshape into rows", IMAGE, new Reshape(Shape.of(-2, 12))));
        cases.add(simple("Reshape to a column", Shape.of(Shape.N), new Reshape(Shape.batchOf(1))));
        cases.add(new Case(
                "Reshape from rows",
                IMAGE,
                (b, x) -> b.reshape("", b.reshape("", x, Shape.of(-6, 4)), Shape.batchOf(4, 6))));
        cases.add(new Case(
                "Reshape to a scalar", FLAT, (b, x) -> b.add("", x, b.reshape("", parameter(b, 1, 1), Shape.SCALAR))));
        cases.add(simple("Slice", IMAGE, new SliceAxis(2, 1, 2)));
        cases.add(simple("Slice of one", IMAGE, new SliceAxis(3, 3, 1)));
        cases.add(simple("Pad", IMAGE, new PadAxis(3, 2, 1)));
        cases.add(simple("Pad of channels", IMAGE, new PadAxis(1, 0, 3)));
        for (Reduce.Kind kind : Reduce.Kind.values()) {
            for (List<Integer> axes : List.of(
                    List.of(1),
                    List.of(2, 3),
                    List.of(1, 2, 3),
                    List.<Integer>of(),
                    List.of(0, 1, 2, 3),
                    List.of(0, 2))) {
                cases.add(simple(kind + " over " + axes, IMAGE, new Reduce(kind, axes, 0)));
            }
        }
        cases.add(simple("unbiased mean", IMAGE, new Reduce(Reduce.Kind.MEAN, List.of(2, 3), 1)));
        cases.add(simple("Broadcast of axes", Shape.batchOf(2, 1, 1), new Broadcast(IMAGE, false, 0)));
        cases.add(simple(
                "Broadcast of leading axes", Shape.batchOf(3), new Broadcast(Shape.of(5, Shape.N, 3), false, 0)));
        cases.add(new Case("Broadcast to the batch", FLAT, (b, x) -> {
            Value grown = b.apply("", new Broadcast(FLAT, false, 0), parameter(b, 6));
            return b.mul("", x, grown);
        }));
        cases.add(new Case("Broadcast to rows of the batch", IMAGE, (b, x) -> {
            Value grown = b.apply("", new Broadcast(Shape.of(2, -3, 4), false, 0), parameter(b, 2, 1, 4));
            Value rows = b.reshape("", x, Shape.of(-6, 4));
            Value wide = b.reshape("", grown, Shape.of(-6, 4));
            return b.reshape("", b.mul("", rows, wide), Shape.batchOf(24));
        }));
    }

    private static Case simple(String name, Shape input, Op op) {
        return new Case(name, input, (b, x) -> b.apply("", op, x));
    }

    private static Value parameter(ProgramBuilder b, int... dims) {
        return b.parameter("p" + next++, "", Shape.of(dims), Initialiser.Fans.ONE, new Initialiser.Zeros());
    }
}
