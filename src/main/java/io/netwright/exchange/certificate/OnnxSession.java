package io.netwright.exchange.certificate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A model loaded in ONNX Runtime. The only class that touches it: its 20 MB of native code are loaded when the first
/// model is.
public final class OnnxSession implements AutoCloseable {

    /// The runtime would not load or run the model.
    public static final class Refused extends Exception {
        Refused(OrtException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// Numbers with their sizes.
    public record Numbers(double[] values, int... dims) {}

    /// Loads the native library.
    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            Telemetry.switchOff();
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "netwright");
            try {
                environment.setTelemetry(false);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
            return environment;
        }
    }

    private final OrtSession session;
    private final OrtSession.SessionOptions options;

    private OnnxSession(OrtSession session, OrtSession.SessionOptions options) {
        this.session = session;
        this.options = options;
    }

    /// @param model a file's content
    /// @throws Refused       where the runtime finds the model wrong
    /// @throws UserException where the runtime cannot be loaded on this machine
    public static OnnxSession open(byte[] model) throws Refused {
        OrtEnvironment environment = environment();
        try {
            // One thread, so that sums are added in one order and the same file gives the same certificate.
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxSession(environment.createSession(model, options), options);
        } catch (OrtException e) {
            throw new Refused(e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return Holder.ENVIRONMENT;
        } catch (LinkageError e) {
            throw new UserException(
                    Message.of(
                            "exchange.runtime.missing", System.getProperty("os.name"), System.getProperty("os.arch")),
                    UserException.Where.UNKNOWN,
                    Message.of("core.nothing"),
                    Message.of("core.nothing"),
                    e);
        }
    }

    /// @return the runtime's version, such as `1.29.0`
    public static String version() {
        return environment().getVersion();
    }

    /// @param precision of the model's inputs
    /// @return every output by name
    /// @throws Refused where it does not run
    public Map<String, Numbers> run(Precision precision, Map<String, Numbers> inputs) throws Refused {
        Map<String, OnnxTensor> feeds = new HashMap<>();
        try {
            for (Map.Entry<String, Numbers> e : inputs.entrySet()) {
                feeds.put(e.getKey(), tensor(precision, e.getValue()));
            }
            try (OrtSession.Result result = session.run(feeds)) {
                Map<String, Numbers> outputs = new LinkedHashMap<>();
                for (Map.Entry<String, OnnxValue> e : result) {
                    outputs.put(e.getKey(), numbers((OnnxTensor) e.getValue()));
                }
                return outputs;
            }
        } catch (OrtException e) {
            throw new Refused(e);
        } finally {
            feeds.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(Precision precision, Numbers n) throws OrtException {
        long[] dims = Arrays.stream(n.dims()).asLongStream().toArray();
        return switch (precision) {
            case FLOAT32 -> {
                float[] single = new float[n.values().length];
                for (int i = 0; i < single.length; i++) {
                    single[i] = (float) n.values()[i];
                }
                yield OnnxTensor.createTensor(environment(), FloatBuffer.wrap(single), dims);
            }
            case FLOAT64 -> OnnxTensor.createTensor(environment(), DoubleBuffer.wrap(n.values()), dims);
        };
    }

    private static Numbers numbers(OnnxTensor t) {
        int[] dims =
                Arrays.stream(t.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
        return switch (t.getInfo().type) {
            case DOUBLE -> {
                DoubleBuffer b = t.getDoubleBuffer();
                double[] values = new double[b.remaining()];
                b.get(values);
                yield new Numbers(values, dims);
            }
            default -> {
                FloatBuffer b = t.getFloatBuffer();
                double[] values = new double[b.remaining()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = b.get(i);
                }
                yield new Numbers(values, dims);
            }
        };
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            options.close();
        }
    }
}
