package io.netwright.ui.data;

import io.netwright.data.ColumnRef;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Target;
import io.netwright.data.TargetSpec;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.CsvFile;
import io.netwright.text.Message;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is to be predicted: said for every source, chosen for a file.
final class TargetSection extends VBox {

    private static final int NAMES_SHOWN = 12;
    private static final List<TargetSpec.Kind> KINDS =
            List.of(TargetSpec.Kind.AUTO, TargetSpec.Kind.CLASS, TargetSpec.Kind.NUMBER);

    /// The columns that are the answer.
    ///
    /// @param columns empty for the last one
    /// @param none    whether there is no answer at all
    private record Choice(List<ColumnRef> columns, boolean none) {}

    private final DataViewModel model;
    private final Words words;
    private final Label is = Icons.label();
    private final ChoiceRow<Choice> column;
    private final ChoiceRow<TargetSpec.Kind> kind;

    TargetSection(DataViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        is.setId("target-is");
        is.setWrapText(true);
        is.setMinHeight(Region.USE_PREF_SIZE);
        column =
                new ChoiceRow<>(words, "target-column", "panels.data.target.column", TargetSection::name, this::choose);
        kind = new ChoiceRow<>(
                words, "target-kind", "panels.data.target.kind", TargetSpec.Kind::label, this::chooseKind);
        getChildren().addAll(words.bind(Icons.label(Styles.TITLE), "panels.data.target"), column, kind, is);
    }

    private static Message name(Choice choice) {
        if (choice.none()) {
            return TargetSpec.Kind.NONE.label();
        }
        return choice.columns().isEmpty()
                ? Message.of("panels.data.target.last")
                : ProblemNote.asIs(
                        choice.columns().stream().map(ColumnRef::toString).collect(Collectors.joining(", ")));
    }

    private void choose(Choice choice) {
        TargetSpec now = now();
        TargetSpec.Kind kept = now == null || now.kind() == TargetSpec.Kind.NONE ? TargetSpec.Kind.AUTO : now.kind();
        model.setTarget(new TargetSpec(choice.columns(), choice.none() ? TargetSpec.Kind.NONE : kept));
    }

    private void chooseKind(TargetSpec.Kind chosen) {
        TargetSpec now = now();
        if (now != null) {
            model.setTarget(new TargetSpec(now.columns(), chosen));
        }
    }

    private @Nullable TargetSpec now() {
        DataSpec spec = model.spec().getValue();
        return spec != null && spec.source() instanceof DataSource.Csv csv ? csv.target() : null;
    }

    void show(@Nullable LoadedData data) {
        TargetSpec target = now();
        CsvFile file = model.tableProperty().get();
        boolean chooses = target != null && file != null;
        boolean none = target != null && target.kind() == TargetSpec.Kind.NONE;
        for (Region row : List.of(column, kind)) {
            row.setVisible(chooses && !(row == kind && none));
            row.setManaged(row.isVisible());
        }
        if (target != null && file != null) {
            Choice chosen = new Choice(none ? List.of() : target.columns(), none);
            List<Choice> options = new ArrayList<>();
            options.add(new Choice(List.of(), false));
            for (ColumnProfile c : file.columns()) {
                options.add(new Choice(List.of(ColumnRef.of(c.name())), false));
            }
            if (!options.contains(chosen)) {
                options.add(1, chosen);
            }
            column.show(options, chosen);
            if (!none) {
                kind.show(KINDS, target.kind());
            }
        }
        is.setText(data == null ? Figures.NONE : words.now(describe(data.raw().target())));
    }

    private static Message describe(Target target) {
        return switch (target) {
            case Target.Classes c ->
                Message.of("panels.data.target.classes", c.classNames().size(), names(c.classNames()));
            case Target.Probabilities p ->
                Message.of("panels.data.target.probabilities", p.width(), names(p.classNames()));
            case Target.Next n ->
                Message.of("panels.data.target.next", n.classNames().size());
            case Target.Values v
            when v.width() == 1 ->
                Message.of("panels.data.target.number", v.names().getFirst());
            case Target.Values v -> Message.of("panels.data.target.numbers", v.width(), names(v.names()));
            case Target.None n -> Message.of("panels.data.target.none");
        };
    }

    private static String names(List<String> names) {
        String text = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? text + ", …" : text;
    }
}
