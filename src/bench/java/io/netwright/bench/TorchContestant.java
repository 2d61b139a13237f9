package io.netwright.bench;

import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// PyTorch's own library, libtorch, in this JVM. Its batches lie ready as tensors outside the heap, each step's tensors
/// are freed at its end, and the loss is read only when somebody asks for it.
final class TorchContestant implements Contestant {

    /// What a network computes from a batch.
    interface Forward {
        org.bytedeco.pytorch.Tensor of(Map<String, org.bytedeco.pytorch.Tensor> weights, org.bytedeco.pytorch.Tensor x);
    }

    private final BenchCase bench;
    private final Map<String, org.bytedeco.pytorch.Tensor> weights = new LinkedHashMap<>();
    private final List<org.bytedeco.pytorch.Tensor> inputs = new ArrayList<>();
    private final List<org.bytedeco.pytorch.Tensor> targets = new ArrayList<>();
    private final Forward forward;
    private final Optimizer optimizer;
    private final FloatPointer lastLoss = new FloatPointer(1);
    private int next;

    TorchContestant(BenchCase c, int threads) {
        this.bench = c;
        torch.set_num_threads(threads);
        torch.manual_seed(1);
        Parameters initial = c.plan(1).initial(1);
        initial.trainable().forEach((name, t) -> weights.put(name, weight(name, t)));
        TorchNetworks.rearrange(c, weights);
        batches();
        this.forward = TorchNetworks.forward(c);
        TensorVector all = new TensorVector();
        weights.values().forEach(w -> all.push_back(w.set_requires_grad(true)));
        this.optimizer = c.optimizer().equals("Adam")
                ? new Adam(all, new AdamOptions(BenchCase.ADAM_RATE))
                : new SGD(all, new SGDOptions(BenchCase.SGD_RATE));
    }

    private static org.bytedeco.pytorch.Tensor weight(String name, Tensor t) {
        float[] values = new float[t.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) t.get(i);
        }
        long[] dims = Arrays.stream(t.dims()).asLongStream().toArray();
        return floats(values, dims);
    }

    private static org.bytedeco.pytorch.Tensor floats(float[] values, long... dims) {
        return torch.from_blob(new FloatPointer(values), dims).clone();
    }

    private static org.bytedeco.pytorch.Tensor longs(long[] values, long... dims) {
        TensorOptions options =
                new TensorOptions().dtype(new org.bytedeco.pytorch.ScalarTypeOptional(torch.ScalarType.Long));
        return torch.from_blob(new LongPointer(values), dims, options).clone();
    }

    private void batches() {
        float[] x = bench.features();
        int[] t = bench.targets();
        int width = bench.batch() * bench.sample().elementsPerSample();
        int many = bench.batch() * bench.steps();
        int[] sample = bench.sample().at(1);
        long[] dims = new long[sample.length + 1];
        dims[0] = bench.batch();
        for (int i = 0; i < sample.length; i++) {
            dims[i + 1] = sample[i];
        }
        for (int b = 0; b < BenchCase.BATCHES; b++) {
            float[] part = Arrays.copyOfRange(x, b * width, (b + 1) * width);
            if (bench.tokens()) {
                long[] tokens = new long[part.length];
                for (int i = 0; i < tokens.length; i++) {
                    tokens[i] = (long) part[i];
                }
                inputs.add(longs(tokens, dims));
            } else {
                inputs.add(floats(part, dims));
            }
            long[] target =
                    Arrays.stream(t, b * many, (b + 1) * many).asLongStream().toArray();
            targets.add(longs(target, target.length));
        }
    }

    @Override
    public void step() {
        try (PointerScope scope = new PointerScope()) {
            optimizer.zero_grad();
            org.bytedeco.pytorch.Tensor logits = forward.of(weights, inputs.get(next));
            org.bytedeco.pytorch.Tensor loss = torch.cross_entropy_loss(logits, targets.get(next));
            loss.backward();
            optimizer.step();
            lastLoss.put(0, loss.item_float());
        }
        next = (next + 1) % BenchCase.BATCHES;
    }

    @Override
    public double loss() {
        return lastLoss.get(0);
    }

    @Override
    public String kernel() {
        String config = Objects.requireNonNull(torch.show_config().getString());
        return "libtorch" + (config.contains("MKL") ? " MKL" : "") + (config.contains("DNN") ? " oneDNN" : "");
    }

    @Override
    public void close() {
        lastLoss.close();
    }
}
