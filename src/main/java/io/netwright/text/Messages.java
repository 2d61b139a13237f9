package io.netwright.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// Resolves [Message]s in one language. Immutable; switching language means asking for another instance.
///
/// The bundles are the `.properties` files (UTF-8) in `i18n/`; each room of the house has its own, so that they stay
/// short. A key that no bundle has is shown as `!key!` rather than failing in front of a user; a test keeps that
/// from happening.
public final class Messages {

    /// The languages the program ships.
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /// Base names of all bundles, in look-up order.
    public static final List<String> BUNDLES = List.of(
            "core",
            "layers",
            "data",
            "train",
            "step",
            "exchange",
            "project",
            "lesson",
            "cli",
            "help",
            "ui",
            "design",
            "panels");

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    private Messages(Locale locale) {
        this.locale = locale;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle("i18n." + name, locale, control))
                .toList();
    }

    /// @return the messages in `locale`; English where the language is not shipped
    public static Messages in(Locale locale) {
        return new Messages(locale);
    }

    /// @return the language of these messages
    public Locale locale() {
        return locale;
    }

    /// @return whether some bundle has `key`
    public boolean has(String key) {
        return bundles.stream().anyMatch(b -> b.containsKey(key));
    }

    /// @return all keys that begin with `prefix`
    public Stream<String> keys(String prefix) {
        return bundles.stream().flatMap(b -> b.keySet().stream()).filter(key -> key.startsWith(prefix));
    }

    /// @return the sentence for `key`, its `{n}` replaced by `args`
    public String get(String key, Object... args) {
        return format(new Message(key, List.of(args)));
    }

    /// @return the sentence of `message`, nested messages resolved first
    public String format(Message message) {
        String pattern = pattern(message.key());
        Object[] args = message.args().stream()
                .map(a -> a instanceof Message m ? format(m) : a)
                .toArray();
        return new MessageFormat(pattern, locale).format(args);
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            try {
                return bundle.getString(key);
            } catch (MissingResourceException e) {
                // the next bundle may have it
            }
        }
        return "!" + key + "!";
    }
}
