package io.netwright.data.load;

import io.netwright.data.ColumnRef;
import io.netwright.data.ColumnUse;
import io.netwright.data.DataReport.Role;
import io.netwright.data.DataSource;
import io.netwright.data.Refusal;
import io.netwright.data.TargetSpec;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.ColumnType;
import io.netwright.data.csv.CsvFile;
import io.netwright.data.csv.CsvTable.ReadAs;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What every column of a file is for: settled before its rows are read.
///
/// @param targets the target columns' positions; empty where there is no target
/// @param kind    what the target is; `AUTO` where that depends on how many different whole numbers it holds
/// @param uses    for each column, how it is taken; `AUTO` no longer occurs except for texts, which may turn out too
///   many
/// @param roles   for each column, what becomes of it as far as can be said
/// @param readAs  for each column, what it is read as
record ColumnPlan(
        List<Integer> targets, TargetSpec.Kind kind, List<ColumnUse> uses, List<Role> roles, List<ReadAs> readAs) {

    /// @throws UserException where a column is named that the file does not have, or the target makes no sense
    static ColumnPlan of(DataSource.Csv source, CsvFile file) {
        List<ColumnProfile> columns = file.columns();
        ColumnUse[] uses = new ColumnUse[columns.size()];
        Arrays.fill(uses, ColumnUse.AUTO);
        for (DataSource.ColumnRule rule : source.columns()) {
            uses[find(rule.column(), file, "data.source.columns")] = rule.use();
        }
        List<Integer> targets = targets(source.target(), file, uses);
        TargetSpec.Kind kind = kind(source.target(), targets, columns, file);
        List<Role> roles = new ArrayList<>();
        List<ReadAs> readAs = new ArrayList<>();
        for (ColumnProfile column : columns) {
            boolean isTarget = targets.contains(column.index());
            Role role = isTarget ? Role.TARGET : role(uses[column.index()], column.type());
            roles.add(role);
            readAs.add(
                    switch (role) {
                        case TARGET -> kind == TargetSpec.Kind.CLASS ? ReadAs.TEXTS : ReadAs.NUMBERS;
                        case NUMBER -> ReadAs.NUMBERS;
                        case ONE_HOT -> ReadAs.TEXTS;
                        default -> ReadAs.NOTHING;
                    });
        }
        return new ColumnPlan(targets, kind, List.of(uses), roles, readAs);
    }

    private static Role role(ColumnUse use, ColumnType type) {
        if (use == ColumnUse.IGNORE) {
            return Role.IGNORED;
        } else if (type == ColumnType.EMPTY) {
            return Role.EMPTY;
        }
        return switch (use) {
            case NUMBER -> Role.NUMBER;
            case CATEGORY -> Role.ONE_HOT;
            default ->
                switch (type) {
                    case NUMBER -> Role.NUMBER;
                    case DATE -> Role.DATE;
                    default -> Role.ONE_HOT;
                };
        };
    }

    private static List<Integer> targets(TargetSpec target, CsvFile file, ColumnUse[] uses) {
        List<Integer> targets = new ArrayList<>();
        if (target.kind() == TargetSpec.Kind.NONE) {
            return targets;
        }
        for (ColumnRef ref : target.columns()) {
            int index = find(ref, file, "data.source.target");
            if (uses[index] == ColumnUse.IGNORE) {
                throw refuse("data.csv.target-ignored", file, index, "data.csv.expected-used");
            }
            if (!targets.contains(index)) {
                targets.add(index);
            }
        }
        for (int c = uses.length - 1; targets.isEmpty() && c >= 0; c--) {
            if (uses[c] != ColumnUse.IGNORE) {
                targets.add(c);
            }
        }
        return targets;
    }

    private static TargetSpec.Kind kind(
            TargetSpec target, List<Integer> targets, List<ColumnProfile> columns, CsvFile file) {
        for (int t : targets) {
            if (columns.get(t).type() == ColumnType.EMPTY) {
                throw refuse("data.csv.target-empty", file, t, "data.csv.expected-values");
            }
        }
        if (targets.size() > 1) {
            if (target.kind() == TargetSpec.Kind.CLASS) {
                throw refuse("data.csv.one-class-column", file, targets.get(1), "data.csv.expected-one-column");
            }
            return TargetSpec.Kind.NUMBER;
        }
        boolean texts = !targets.isEmpty() && columns.get(targets.getFirst()).type() != ColumnType.NUMBER;
        return target.kind() == TargetSpec.Kind.AUTO && texts ? TargetSpec.Kind.CLASS : target.kind();
    }

    private static UserException refuse(String key, CsvFile file, int column, String expected) {
        String name = file.columns().get(column).name();
        return Refusal.inFile(
                file.path().toString(),
                "column " + name,
                Message.of(key, name),
                Message.of(expected),
                Refusal.text(name),
                null);
    }

    /// @return the position of the column that `ref` means
    /// @throws UserException where the file has no such column
    static int find(ColumnRef ref, CsvFile file, String place) {
        List<ColumnProfile> columns = file.columns();
        int index =
                switch (ref) {
                    case ColumnRef.At at -> at.index() < 0 ? at.index() + columns.size() : at.index();
                    case ColumnRef.Named named ->
                        columns.stream()
                                .filter(c -> c.name().equals(named.name().strip()))
                                .mapToInt(ColumnProfile::index)
                                .findFirst()
                                .orElse(-1);
                };
        if (index < 0 || index >= columns.size()) {
            throw Refusal.inProject(
                    place,
                    Message.of("data.csv.no-column", ref.toString(), file.path().toString()),
                    ref instanceof ColumnRef.At
                            ? Message.of("data.csv.column-range", columns.size() - 1)
                            : Refusal.text(
                                    columns.stream().map(ColumnProfile::name).collect(Collectors.joining(", "))),
                    Refusal.text(ref));
        }
        return index;
    }
}
