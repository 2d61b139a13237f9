package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netwright.text.Message;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/// Expects a refusal, and that it can be read in every language.
public final class Refused {

    private Refused() {}

    public static UserException by(Executable action) {
        UserException refusal = assertThrows(UserException.class, action);
        for (Message message : new Message[] {refusal.what(), refusal.expected(), refusal.found()}) {
            requireReadable(message);
        }
        return refusal;
    }

    /// @return what a person reads in English: the sentence, expected, found
    public static String text(UserException refusal) {
        Messages english = Messages.in(Locale.ENGLISH);
        return english.format(refusal.what()) + " / " + english.format(refusal.expected()) + " / "
                + english.format(refusal.found());
    }

    public static void requireReadable(Message message) {
        for (Locale locale : Messages.LOCALES) {
            String text = Messages.in(locale).format(message);
            boolean broken = text.isBlank() && !message.key().equals("data.as-is");
            assertFalse(broken || text.contains("!data.") || text.matches("(?s).*\\{\\d.*"), message + ": " + text);
        }
    }
}
