package io.netwright.ui;

import io.netwright.text.Message;
import io.netwright.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The words of the window in the language that is current now. What is bound to them changes with the language while
/// the program runs:
///
///     words.bind(label, "ui.status.nodes", nodeCount);
///
/// Used on the JavaFX thread.
public final class Words {

    private final ReadOnlyObjectWrapper<Messages> messages;

    /// @param locale the language to begin with
    public Words(Locale locale) {
        this.messages = new ReadOnlyObjectWrapper<>(Messages.in(locale));
    }

    /// @return the words in the current language; changes with it
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /// @return the words in the current language
    public Messages messages() {
        return messages.get();
    }

    /// @return the current language
    public Locale locale() {
        return messages.get().locale();
    }

    /// Switches the language of everything that is bound to these words.
    public void setLocale(Locale locale) {
        if (!locale.equals(locale())) {
            messages.set(Messages.in(locale));
        }
    }

    /// @return the sentence as it reads now; it does not follow a change of language
    public String now(String key, Object... args) {
        return messages.get().get(key, args);
    }

    /// @return the sentence as it reads now; it does not follow a change of language
    public String now(Message message) {
        return messages.get().format(message);
    }

    /// @param args numbers, strings, messages, or observable ones: the sentence then follows them, too
    /// @return the sentence for `key`, always in the current language
    public StringBinding text(String key, Object... args) {
        List<Observable> followed = new ArrayList<>(List.of(messages));
        Arrays.stream(args).filter(Observable.class::isInstance).forEach(a -> followed.add((Observable) a));
        return Bindings.createStringBinding(
                () -> now(key, Arrays.stream(args).map(Words::value).toArray()), followed.toArray(Observable[]::new));
    }

    /// @return the sentence of whatever message `message` holds, always in the current language; empty where it is null
    public StringBinding text(ObservableValue<? extends @Nullable Message> message) {
        return Bindings.createStringBinding(
                () -> {
                    Message m = message.getValue();
                    return m == null ? "" : now(m);
                },
                messages,
                message);
    }

    /// @param compute   gives the sentence from the current messages
    /// @param followed  what it depends on besides the language
    /// @return the sentence, computed anew with each change
    public StringBinding compute(Callable<String> compute, Observable... followed) {
        Observable[] all = Arrays.copyOf(followed, followed.length + 1);
        all[followed.length] = messages;
        return Bindings.createStringBinding(compute, all);
    }

    private static Object value(Object arg) {
        return arg instanceof ObservableValue<?> o ? o.getValue() : arg;
    }

    /// Gives a label or button its words.
    ///
    /// @return `labeled`
    public <L extends Labeled> L bind(L labeled, String key, Object... args) {
        labeled.textProperty().bind(text(key, args));
        return labeled;
    }

    /// Gives a text field its prompt.
    ///
    /// @return `field`
    public <F extends TextInputControl> F bindPrompt(F field, String key, Object... args) {
        field.promptTextProperty().bind(text(key, args));
        return field;
    }

    /// @return a tooltip with these words
    public Tooltip tooltip(String key, Object... args) {
        Label text = bind(new Label(), key, args);
        text.setWrapText(true);
        return new TipBox(text).tooltip();
    }
}
