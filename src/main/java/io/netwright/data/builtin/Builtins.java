package io.netwright.data.builtin;

import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/// All data sets that come with the program, in the order in which a person sees them. To add one, write its file and
/// add its line.
public final class Builtins {

    private static final List<BuiltinDataSet> ALL = List.of(
            new Iris(), //
            new Digits());

    private Builtins() {}

    public static List<BuiltinDataSet> all() {
        return ALL;
    }

    /// @return the data set that a project file calls `id`
    /// @throws UserException where there is none
    public static BuiltinDataSet get(String id) {
        return ALL.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.inProject(
                        "data.source.builtin",
                        Message.of("data.builtin.unknown", id),
                        Refusal.text(ALL.stream().map(BuiltinDataSet::id).collect(Collectors.joining(", "))),
                        Refusal.text(id)));
    }
}
