package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netwright.advice.SizeStory.Source;
import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SizeStoriesTest {

    private static final Set<String> ORDINARY = Set.of(
            "Conv2d",
            "DepthwiseConv",
            "MaxPool2d",
            "AvgPool2d",
            "Dense",
            "Flatten",
            "BatchNorm",
            "LayerNorm",
            "ReLU",
            "LeakyReLU",
            "Softmax",
            "Dropout",
            "Add",
            "Concat",
            "GLU");

    private static Node conv(String name, int filters, int kernel, int stride, String padding) {
        return Node.of(name, "Conv2d")
                .with("filters", PropValue.of((long) filters))
                .with("kernel", PropValue.ints(kernel, kernel))
                .with("stride", PropValue.ints(stride, stride))
                .with("padding", PropValue.of(padding));
    }

    /// LeNet-5 (LeCun et al. 1998) on 28 x 28 images: C1 6@28x28, S2 6@14x14, C3 16@10x10, S4 16@5x5, 400.
    private static final Network LENET = chain(
            Node.of("image", "Input"),
            conv("c1", 6, 5, 1, "same"),
            Node.of("s2", "MaxPool2d"),
            conv("c3", 16, 5, 1, "valid"),
            Node.of("s4", "MaxPool2d"),
            Node.of("flat", "Flatten"),
            Node.of("f5", "Dense").with("units", PropValue.of(120L)));

    @Test
    void theSizesOfLeNetAreExplained() {
        SizeStories stories = stories(LENET, Shape.of(1, 28, 28));
        assertEquals("N C:6 H:28 W:28", sizes(stories, "c1"));
        assertEquals("design.size.setting", story(stories, "c1", 1).rule().key());
        assertEquals(
                new Source.Property("c1", "filters"), story(stories, "c1", 1).origin());
        SizeStory pooled = story(stories, "s2", 2);
        assertEquals("⌊(H − k)/s⌋ + 1", pooled.formula());
        assertEquals("⌊(28 − 2)/2⌋ + 1 = 14", pooled.numbers());
        assertEquals(
                List.of(
                        new Source.Axis(Port.parse("c1.out"), 2, "H"),
                        new Source.Property("s2", "kernel"),
                        new Source.Property("s2", "stride")),
                pooled.terms().stream().map(SizeStory.Term::source).toList());
        assertEquals("⌊(14 − 5)/1⌋ + 1 = 10", story(stories, "c3", 3).numbers());
        assertEquals("16 · 5 · 5 = 400", story(stories, "flat", 1).numbers());
        assertEquals(new Source.Property("f5", "units"), story(stories, "f5", 1).origin());
        assertEquals(new Source.Data(), story(stories, "image", 2).origin());
        assertEquals("N D:400", sizes(stories, "flat"));
    }

    /// AlexNet's first convolution (Krizhevsky et al. 2012): 227 x 227, 96 windows of 11 x 11, stride 4, gives 55 x 55.
    @Test
    void aStrideIsInTheFormula() {
        SizeStories stories =
                stories(chain(Node.of("image", "Input"), conv("conv1", 96, 11, 4, "valid")), Shape.of(3, 227, 227));
        assertEquals("⌊(227 − 11)/4⌋ + 1 = 55", story(stories, "conv1", 2).numbers());
    }

    @Test
    void aDilatedWindowReachesFurther() {
        Network network = chain(
                Node.of("image", "Input"), conv("conv1", 4, 3, 1, "valid").with("dilation", PropValue.ints(2, 2)));
        // 3 taps, every other pixel, span 5: 28 - 5 + 1
        assertEquals(
                "⌊(28 − 2·(3 − 1) − 1)/1⌋ + 1 = 24",
                story(stories(network, Shape.of(1, 28, 28)), "conv1", 2).numbers());
    }

    @Test
    void joinedChannelsAddUp() {
        Network network = chain(Node.of("image", "Input"), conv("a", 6, 3, 1, "same"))
                .plus(conv("b", 10, 5, 1, "same"))
                .plus(Node.of("join", "Concat"))
                .plus(Wire.of("image.out", "b.in"))
                .plus(Wire.of("a.out", "join.in"))
                .plus(Wire.of("b.out", "join.in"));
        SizeStories stories = stories(network, Shape.of(1, 28, 28));
        assertEquals("6 + 10 = 16", story(stories, "join", 1).numbers());
        assertEquals("design.size.same", story(stories, "join", 2).rule().key());
    }

    /// Over all layers: the numbers of a story end in the size that there is. A layer with a rule of its own may have
    /// to be believed, but none of those that networks are mostly made of.
    @Test
    void everyLayersSizesAreExplained() {
        LayerRegistry.STANDARD.all().stream()
                .map(l -> l.info())
                .filter(i -> i.inputs().size() == 1 && !i.outputs().isEmpty())
                .forEach(info -> Stream.of(Shape.of(4, 12, 12), Shape.of(24)).forEach(sample -> {
                    Network network = chain(Node.of("image", "Input"), Node.of("x", info.type()));
                    SizeStories stories = stories(network, sample);
                    for (SizeStory s :
                            stories.of(new Port("x", info.outputs().getFirst().name()))) {
                        assertFalse(
                                ORDINARY.contains(info.type()) && s.rule().key().equals("design.size.layer"),
                                () -> info.type() + " on " + sample + ": " + s.axis() + " = " + s.size());
                        if (!s.numbers().isEmpty()) {
                            assertEquals(
                                    " = " + s.size(),
                                    s.numbers().substring(s.numbers().lastIndexOf(" = ")));
                        }
                    }
                }));
    }

    private static SizeStory story(SizeStories stories, String node, int axis) {
        return stories.of(new Port(node, "out")).get(axis);
    }

    private static String sizes(SizeStories stories, String node) {
        return String.join(
                " ",
                stories.of(new Port(node, "out")).stream()
                        .map(s -> s.isBatch() ? "N" : s.axis() + ":" + s.size())
                        .toList());
    }

    private static SizeStories stories(Network network, Shape sample) {
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(network, DataSignature.classes(sample, 10), Compiler.Mode.TRAINING);
        return new SizeStories(LayerRegistry.STANDARD, compiled);
    }

    private static Network chain(Node... nodes) {
        Network network = new Network(List.of(nodes), List.of());
        for (int i = 1; i < nodes.length; i++) {
            network = network.plus(Wire.of(nodes[i - 1].name() + ".out", nodes[i].name() + ".in"));
        }
        return network;
    }
}
