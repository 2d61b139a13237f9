package io.netwright.data;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import org.jspecify.annotations.Nullable;

/// Makes the [UserException]s of this room.
public final class Refusal {

    /// The file that a project's description of its data stands in.
    public static final String PROJECT_FILE = "project.json";

    private Refusal() {}

    /// Something in the description of the data makes no sense.
    ///
    /// @param place where in the project file, such as `data.split.train`
    public static UserException inProject(String place, Message what, Message expected, Message found) {
        return new UserException(what, new Where(PROJECT_FILE, place), expected, found, null);
    }

    /// Something in a file makes no sense.
    ///
    /// @param file  the file's path
    /// @param place where in the file, such as `line 12`; may be empty
    public static UserException inFile(
            String file, String place, Message what, Message expected, Message found, @Nullable Throwable cause) {
        return new UserException(what, new Where(file, place), expected, found, cause);
    }

    /// @return `value` as it stands, in any language
    public static Message text(Object value) {
        return Message.of("data.as-is", value.toString());
    }

    /// @return "nothing", in any language
    public static Message nothing() {
        return Message.of("data.nothing");
    }
}
