package io.netwright.layer.template;

import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import java.util.Map;

/// Networks for rows of features and for images.
final class ImageTemplates {

    static final int CLASSES = 10;

    private ImageTemplates() {}

    private static Port input(Sketch s, int... shape) {
        return s.add("input1", "Input", Map.of("shape", PropValue.ints(shape)));
    }

    private static Port dense(Sketch s, String name, int units, Port from) {
        return s.add(name, "Dense", Map.of("units", PropValue.of(units)), from);
    }

    /// A convolution that keeps the size, or with `padding` "valid" loses its edges.
    private static Port conv(Sketch s, String name, int filters, int kernel, String padding, Port from) {
        Map<String, PropValue> props = Map.of(
                "filters", PropValue.of(filters),
                "kernel", PropValue.ints(kernel, kernel),
                "padding", PropValue.of(padding));
        return s.add(name, "Conv2d", props, from);
    }

    private static Network classify(Sketch s, Port features) {
        s.add("loss", "CrossEntropy", dense(s, "logits", CLASSES, features));
        return s.network();
    }

    static Network mlp() {
        Sketch s = new Sketch();
        Port h = s.add("flatten1", "Flatten", input(s, 1, 28, 28));
        h = s.add("relu1", "ReLU", dense(s, "dense1", 128, h));
        h = s.add("relu2", "ReLU", dense(s, "dense2", 64, h));
        return classify(s, h);
    }

    /// LeCun et al. (1998), as it is built today: ReLU and max pooling.
    static Network lenet5() {
        Sketch s = new Sketch();
        Port h = conv(s, "conv1", 6, 5, "same", input(s, 1, 28, 28));
        h = s.add("pool1", "MaxPool2d", s.add("relu1", "ReLU", h));
        h = conv(s, "conv2", 16, 5, "valid", h);
        h = s.add("flatten1", "Flatten", s.add("pool2", "MaxPool2d", s.add("relu2", "ReLU", h)));
        h = s.add("relu3", "ReLU", dense(s, "dense1", 120, h));
        h = s.add("relu4", "ReLU", dense(s, "dense2", 84, h));
        return classify(s, h);
    }

    /// Simonyan and Zisserman (2015): windows of 3 only, twice the filters after each pool.
    static Network vgg() {
        Sketch s = new Sketch();
        Port h = input(s, 3, 32, 32);
        int[] filters = {16, 32, 64};
        for (int stage = 1; stage <= filters.length; stage++) {
            Sketch b = new Sketch();
            Port x = b.input("in");
            for (int i = 1; i <= 2; i++) {
                x = b.add("relu" + i, "ReLU", conv(b, "conv" + i, filters[stage - 1], 3, "same", x));
            }
            b.output("out", b.add("pool1", "MaxPool2d", x));
            h = s.add(Node.of("stage" + stage, b.block()), h);
        }
        h = s.add("relu1", "ReLU", dense(s, "dense1", 128, s.add("flatten1", "Flatten", h)));
        return classify(s, s.add("dropout1", "Dropout", h));
    }

    /// The residual network for small images of He et al. (2016), section 4.2, with two blocks a stage.
    static Network resnet() {
        Sketch s = new Sketch();
        Port h = conv(s, "conv1", 16, 3, "same", input(s, 3, 32, 32));
        h = s.add("relu1", "ReLU", s.add("bn1", "BatchNorm", h));
        int[] filters = {16, 32, 64};
        for (int stage = 1; stage <= filters.length; stage++) {
            Map<String, PropValue> same = Map.of("filters", PropValue.of(filters[stage - 1]));
            Map<String, PropValue> halved =
                    Map.of("filters", PropValue.of(filters[stage - 1]), "step", PropValue.of(stage == 1 ? 1 : 2));
            h = s.add("residual" + (2 * stage - 1), "Residual", halved, h);
            h = s.add("residual" + 2 * stage, "Residual", same, h);
        }
        return classify(s, s.add("pool1", "GlobalAveragePool", h));
    }

    /// Ronneberger et al. (2015), small: an image in, an image of one number a pixel out.
    static Network unet() {
        Sketch s = new Sketch();
        Port x = input(s, 1, 32, 32);
        Map<String, PropValue> props = Map.of("filters", PropValue.of(8), "depth", PropValue.of(3));
        Port h = s.add("unet1", "UNetStage", props, x);
        s.add("loss", "MSE", conv(s, "conv1", 1, 1, "same", h));
        return s.network();
    }

    /// @return a block with one input and one output, repeated
    static Node repeated(String name, Block block, int copies) {
        return Node.of(name, block).with(Block.REPEAT, PropValue.of(copies));
    }
}
