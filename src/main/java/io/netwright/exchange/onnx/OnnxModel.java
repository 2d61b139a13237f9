package io.netwright.exchange.onnx;

import io.netwright.data.Scaler;
import io.netwright.exchange.onnx.proto.ModelProto;
import io.netwright.op.Value;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A network as an ONNX model, and how the two correspond.
///
/// @param source  what it was made from; its precision is that of the file
/// @param proto   the model
/// @param inputs  in the order of the program
/// @param outputs the program's outputs by name, as they are called in the file
/// @param names   what values of the program are called in the file, by their ids; a value that was folded into an
///                operator has no name. The value of a scaled input is named after the scaling.
/// @param notes   what became otherwise than asked for
public record OnnxModel(
        OnnxSource source,
        ModelProto proto,
        List<Input> inputs,
        SequencedMap<String, Output> outputs,
        Map<Integer, String> names,
        List<Message> notes) {

    /// @param name   in the file
    /// @param data   in the program
    /// @param scaler what the file does with it before the network sees it; null where it takes what the network takes
    public record Input(
            String name, Program.Data data, @Nullable Scaler scaler) {
        public boolean scaled() {
            return scaler != null;
        }
    }

    /// @param name  in the file
    /// @param value in the program
    public record Output(String name, Value value) {}

    public OnnxModel {
        inputs = List.copyOf(inputs);
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
        names = Map.copyOf(names);
        notes = List.copyOf(notes);
    }

    public Precision precision() {
        return source.precision();
    }

    /// @return what a value is called in the file, if it is there
    public Optional<String> nameOf(Value value) {
        return Optional.ofNullable(names.get(value.id()));
    }

    /// @return the file's content; the same model gives the same bytes
    public byte[] bytes() {
        return proto.toByteArray();
    }
}
