package io.netwright.data.load;

import io.netwright.data.CsvFormat;
import io.netwright.data.Target;
import io.netwright.data.csv.CsvFile;
import io.netwright.text.Message;
import java.util.List;

/// Says how a file was understood.
final class CsvNotes {

    private CsvNotes() {}

    static void format(CsvFile file, List<Message> notes) {
        CsvFormat format = file.format();
        notes.add(Message.of(
                "data.note.format",
                format.delimiter().label(),
                format.header().label(),
                format.decimal().label(),
                format.encoding()));
        notes.addAll(file.notes());
    }

    static void target(ColumnPlan plan, CsvFile file, Target target, List<Message> notes) {
        if (plan.targets().isEmpty()) {
            return;
        }
        String name = file.columns().get(plan.targets().getFirst()).name();
        switch (target) {
            case Target.Classes c
            when c.classNames().size() == 1 ->
                notes.add(Message.of("data.note.one-class", name, c.classNames().getFirst()));
            case Target.Classes c ->
                notes.add(Message.of(
                        "data.note.class-target", name, c.classNames().size()));
            case Target.Values v when v.width() == 1 -> notes.add(Message.of("data.note.number-target", name));
            case Target.Values v -> notes.add(Message.of("data.note.number-targets", String.join(", ", v.names())));
            case Target.Next next -> throw new IllegalStateException("a table has no next token");
            case Target.Probabilities p -> throw new IllegalStateException("a file has no probabilities");
            case Target.None none -> throw new IllegalStateException("a target column and no target");
        }
    }
}
