package io.netwright.cli;

import io.netwright.text.Message;
import io.netwright.text.UserException;

/// What options have to be.
final class Required {

    private Required() {}

    /// @param expected the key of what the option takes, in words
    /// @throws UserException unless `fits`
    static void that(boolean fits, String option, Object found, String expected) {
        if (!fits) {
            throw new UserException(
                    Message.of("cli.error.unusable", option),
                    new UserException.Where("", option),
                    Message.of(expected),
                    Message.of("cli.text", found.toString()),
                    null);
        }
    }
}
