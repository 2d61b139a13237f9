package io.netwright.exchange.onnx;

import io.netwright.exchange.FileProblem;
import io.netwright.text.Message;
import io.netwright.text.UserException;

/// A version of ONNX's own operator set, and the version of the file format that came out with it.
///
/// The pairs are those of the release table in the ONNX specification (docs/Versioning.md): a reader that knows the
/// operators knows the format.
///
/// @param version of the operator set, [#OLDEST] to [#NEWEST]
public record Opset(int version) {

    public static final int OLDEST = 17;
    public static final int NEWEST = 21;

    /// What is written where nothing else is asked for: read by every runtime of the last years, and the first that has
    /// all that is needed.
    public static final Opset DEFAULT = new Opset(17);

    /// @throws UserException where `version` is not offered
    public Opset {
        if (version < OLDEST || version > NEWEST) {
            throw new UserException(
                    Message.of("exchange.onnx.opset"),
                    new UserException.Where("", "opset"),
                    Message.of("exchange.onnx.opset.expected", OLDEST, NEWEST),
                    FileProblem.asIs(version),
                    null);
        }
    }

    /// @return the version of the file format (`ir_version`)
    public int ir() {
        return version <= 18 ? 8 : version <= 20 ? 9 : 10;
    }

    /// @return whether operators of that version are there
    boolean has(int introduced) {
        return version >= introduced;
    }
}
