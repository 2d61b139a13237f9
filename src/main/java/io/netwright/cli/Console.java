package io.netwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netwright.text.Message;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// Where commands write: answers to standard output, everything else to standard error.
///
/// With `json`, standard output carries one JSON object a line and nothing else; sentences for people are left out or
/// go to standard error.
public final class Console {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;

    public Console(PrintStream out, PrintStream err, Messages messages) {
        this.out = out;
        this.err = err;
        this.messages = messages;
    }

    public Messages messages() {
        return messages;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// Prints one JSON object on one line. Numbers that JSON cannot say (NaN, infinities) become null.
    void json(Map<String, ?> object) {
        try {
            out.println(JSON.writeValueAsString(Finite.of(object)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Prints a sentence for people.
    void say(String key, Object... args) {
        say(Message.of(key, args));
    }

    void say(Message message) {
        line(messages.format(message));
    }

    /// Prints text that has no language.
    void line(String text) {
        out.println(text);
        out.flush();
    }

    /// Says on standard error why something could not be done: what, where, expected, found.
    void refuse(UserException e) {
        err.println("netwright: " + messages.format(e.what()));
        if (e.isLocated()) {
            String where = e.where().place().isEmpty()
                    ? e.where().file()
                    : e.where().file().isEmpty()
                            ? e.where().place()
                            : e.where().file() + ": " + e.where().place();
            err.println("  " + messages.get("cli.error.where", where));
            err.println("  " + messages.get("cli.error.expected", e.expected()));
            err.println("  " + messages.get("cli.error.found", e.found()));
        }
        err.flush();
    }

    /// Prints a sentence for people on standard error, where it stands in nobody's way.
    public void note(Message message) {
        err.println(messages.format(message));
        err.flush();
    }

    /// Prints a sentence on standard error.
    void warn(Message message) {
        err.println("netwright: " + messages.format(message));
        err.flush();
    }
}
