package io.netwright.text;

import org.jspecify.annotations.Nullable;

/// Something a person asked for cannot be done, and this says so in their terms: what, where, expected, found, what to
/// do.
///
/// It is the only exception whose text may reach a screen or standard error. Everything else is a defect of the
/// program: it goes to the log, and the person reads one plain sentence.
public final class UserException extends RuntimeException {

    /// Where something was found wrong: a file and a place in it (a line, a JSON pointer, a node's property).
    ///
    /// @param file  the file's path, or empty where no file is involved
    /// @param place the place inside it, such as `network.nodes[3].props.units` or `line 12`; may be empty
    public record Where(String file, String place) {
        public static final Where UNKNOWN = new Where("", "");
    }

    private final transient Message what;
    private final transient Where where;
    private final transient Message expected;
    private final transient Message found;

    /// @param what     the sentence that says what was wrong and what to do
    /// @param where    the file and place
    /// @param expected what was expected there
    /// @param found    what was found instead
    /// @param cause    what lies beneath, for the log
    public UserException(Message what, Where where, Message expected, Message found, @Nullable Throwable cause) {
        super(what.key() + " " + what.args() + " at " + where.file() + " " + where.place(), cause);
        this.what = what;
        this.where = where;
        this.expected = expected;
        this.found = found;
    }

    /// A refusal that needs no place, expected and found.
    public UserException(Message what) {
        this(what, Where.UNKNOWN, Message.of("core.nothing"), Message.of("core.nothing"), null);
    }

    public Message what() {
        return what;
    }

    public Where where() {
        return where;
    }

    public Message expected() {
        return expected;
    }

    public Message found() {
        return found;
    }

    /// @return whether `expected` and `found` say anything
    public boolean isLocated() {
        return !where.equals(Where.UNKNOWN);
    }
}
