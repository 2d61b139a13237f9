package io.netwright.cli;

import io.netwright.text.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The texts of `--help`, for picocli, which looks up `netwright.train.epochs` and then `epochs` for `--epochs` of
/// `train`: here they are `help.train.epochs` and `help.epochs`.
final class HelpTexts extends ResourceBundle {

    private static final String OURS = "help.";
    private static final String PICOCLI = "netwright.";

    private final Messages messages;

    HelpTexts(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String ours = OURS + (key.startsWith(PICOCLI) ? key.substring(PICOCLI.length()) : key);
        return messages.has(ours) ? messages.get(ours) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys(OURS)
                .map(key -> key.substring(OURS.length()))
                .flatMap(key -> Stream.of(key, PICOCLI + key))
                .toList());
    }
}
