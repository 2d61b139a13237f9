package io.netwright.bench;

import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// Deeplearning4j 1.0.0-M2.1, from the same weights. Its layers have no attention, so it does without tiny-gpt.
final class Dl4jContestant implements Contestant {

    private final MultiLayerNetwork net;
    private final List<DataSet> batches = new ArrayList<>();
    private int next;

    Dl4jContestant(BenchCase c) {
        IUpdater updater = c.optimizer().equals("Adam") ? new Adam(BenchCase.ADAM_RATE) : new Sgd(BenchCase.SGD_RATE);
        var list = new NeuralNetConfiguration.Builder().updater(updater).list();
        layers(c).forEach(list::layer);
        this.net = new MultiLayerNetwork(list.setInputType(input(c)).build());
        net.init();
        weights(c);
        data(c);
    }

    private static List<Layer> layers(BenchCase c) {
        return switch (c.name()) {
            case "lenet5" ->
                List.of(
                        conv(6, ConvolutionMode.Same),
                        pool(),
                        conv(16, ConvolutionMode.Truncate),
                        pool(),
                        dense(120),
                        dense(84),
                        output(c));
            case "lstm" ->
                List.of(
                        new LastTimeStep(new LSTM.Builder()
                                .nOut(128)
                                .activation(Activation.TANH)
                                .gateActivationFunction(Activation.SIGMOID)
                                .build()),
                        output(c));
            case "spiral" -> List.of(dense(8), dense(8), output(c));
            case "mnist-mlp-sgd", "mnist-mlp-adam" -> List.of(dense(128), dense(64), output(c));
            default -> throw new IllegalArgumentException(c.name());
        };
    }

    private static Layer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static Layer conv(int filters, ConvolutionMode mode) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(filters)
                .convolutionMode(mode)
                .activation(Activation.RELU)
                .build();
    }

    private static Layer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static Layer output(BenchCase c) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(c.classes())
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static InputType input(BenchCase c) {
        int[] s = c.sample().at(1);
        return switch (s.length) {
            case 1 -> InputType.feedForward(s[0]);
            case 2 -> InputType.recurrent(s[1], s[0]);
            default -> InputType.convolutional(s[1], s[2], s[0]);
        };
    }

    /// Layers and parameters come in the same order on both sides.
    private void weights(BenchCase c) {
        Parameters initial = c.plan(1).initial(1);
        if (c.name().equals("lstm")) {
            net.setParam("0_W", gates(array(initial, "lstm.weight_ih_l0")));
            net.setParam("0_RW", gates(array(initial, "lstm.weight_hh_l0")));
            net.setParam("0_b", Nd4j.zeros(1, 4 * 128));
            net.setParam("1_W", array(initial, "dense.weight"));
            net.setParam("1_b", array(initial, "dense.bias").reshape(1, -1));
            return;
        }
        int layer = 0;
        for (String name : initial.trainable().keySet()) {
            if (name.endsWith(".weight")) {
                while (net.getLayer(layer).numParams() == 0) {
                    layer++;
                }
                net.setParam(layer + "_W", array(initial, name));
                net.setParam(
                        layer + "_b",
                        array(initial, name.replace("weight", "bias")).reshape(1, -1));
                layer++;
            }
        }
    }

    private static INDArray array(Parameters p, String name) {
        Tensor t = p.find(name).orElseThrow();
        return Nd4j.createFromArray(t.toArray())
                .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                .reshape('c', t.dims());
    }

    /// From the order (i, f, g, o) to (g, f, o, i).
    private static INDArray gates(INDArray w) {
        int units = (int) w.size(1) / 4;
        INDArray[] g = new INDArray[4];
        for (int k = 0; k < 4; k++) {
            g[k] = w.get(NDArrayIndex.all(), NDArrayIndex.interval(k * units, (k + 1) * units));
        }
        return Nd4j.concat(1, g[2], g[1], g[3], g[0]);
    }

    private void data(BenchCase c) {
        float[] x = c.features();
        int[] t = c.targets();
        int width = c.batch() * c.sample().elementsPerSample();
        int[] s = c.sample().at(1);
        int[] dims = new int[s.length + 1];
        dims[0] = c.batch();
        System.arraycopy(s, 0, dims, 1, s.length);
        for (int b = 0; b < BenchCase.BATCHES; b++) {
            INDArray in = Nd4j.createFromArray(Arrays.copyOfRange(x, b * width, (b + 1) * width))
                    .reshape('c', dims);
            if (s.length == 2) {
                in = in.permute(0, 2, 1).dup('f');
            }
            INDArray out = Nd4j.zeros(c.batch(), c.classes());
            for (int i = 0; i < c.batch(); i++) {
                out.putScalar(i, t[b * c.batch() + i], 1);
            }
            batches.add(new DataSet(in, out));
        }
    }

    @Override
    public void step() {
        net.fit(batches.get(next));
        next = (next + 1) % BenchCase.BATCHES;
    }

    @Override
    public double loss() {
        return net.score();
    }

    @Override
    public String kernel() {
        return Nd4j.getExecutioner().getEnvironmentInformation().getProperty("blas.vendor", "");
    }

    @Override
    public void close() {
        net.close();
    }
}
