package io.netwright.data;

import io.netwright.text.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An enum constant that a project file names and that a person chooses by its label.
public interface Choice {

    /// @return the constant's name in Java
    String name();

    /// @return what a project file calls it: the constant's name in lower case, words joined by `-`
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @return what a person calls it; key `data.<enum>.<id>`
    default Message label() {
        return Message.of(
                "data." + ((Enum<?>) this).getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + id());
    }

    /// @return the constant of `type` that a project file calls `id`
    static <E extends Enum<E> & Choice> Optional<E> of(Class<E> type, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.id().equals(id))
                .findFirst();
    }
}
