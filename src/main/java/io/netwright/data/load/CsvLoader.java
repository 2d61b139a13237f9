package io.netwright.data.load;

import io.netwright.data.ColumnUse;
import io.netwright.data.DataReport;
import io.netwright.data.DataReport.Role;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.FeatureColumn;
import io.netwright.data.MissingRule;
import io.netwright.data.Part;
import io.netwright.data.Refusal;
import io.netwright.data.Split;
import io.netwright.data.SplitSpec;
import io.netwright.data.Splitter;
import io.netwright.data.Target;
import io.netwright.data.TargetSpec;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.CsvFile;
import io.netwright.data.csv.CsvTable;
import io.netwright.data.csv.CsvTable.Column;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.Texts;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a data set of a file of rows and columns.
final class CsvLoader {

    private final DataSource.Csv source;
    private final CsvFile file;
    private final ColumnPlan plan;
    private final CsvTable table;
    private final List<Role> roles;
    private final List<Message> notes = new ArrayList<>();

    private CsvLoader(DataSource.Csv source, CsvFile file) {
        this.source = source;
        this.file = file;
        this.plan = ColumnPlan.of(source, file);
        this.table = file.read(plan.readAs());
        this.roles = new ArrayList<>(plan.roles());
        for (int c = 0; c < roles.size(); c++) {
            boolean unasked = plan.uses().get(c) == ColumnUse.AUTO && roles.get(c) == Role.ONE_HOT;
            if (unasked
                    && table.columns().get(c) instanceof Texts t
                    && t.distinct().size() > ColumnUse.MOST_CATEGORIES) {
                roles.set(c, Role.TOO_MANY_TEXTS);
            }
        }
    }

    /// @throws UserException where the file cannot be used as `source` says
    static Assembled load(DataSource.Csv source, Path path, SplitSpec splitSpec) {
        Splitter.check(splitSpec);
        return new CsvLoader(source, CsvFile.open(path, source.format())).assemble(splitSpec);
    }

    private Assembled assemble(SplitSpec splitSpec) {
        List<Integer> features = IntStream.range(0, roles.size())
                .filter(c -> roles.get(c) == Role.NUMBER || roles.get(c) == Role.ONE_HOT)
                .boxed()
                .toList();
        if (features.isEmpty()) {
            throw refuse("", Message.of("data.csv.no-features", file.columns().size()), "data.csv.a-feature");
        }
        CsvNotes.format(file, notes);
        List<Integer> droppedLines = new ArrayList<>();
        int[] rows = keep(features, droppedLines);
        Target target = target(rows);
        CsvNotes.target(plan, file, target, notes);
        Split split = Splitter.split(rows.length, target, splitSpec);
        FeatureEncoder encoder = new FeatureEncoder(table, rows, split.of(Part.TRAIN));
        List<FeatureColumn> columns = new ArrayList<>();
        for (int c : features) {
            columns.add(encoder.fit(c, source.missing() == MissingRule.IMPUTE));
        }
        List<String> names =
                columns.stream().flatMap(c -> c.features().stream()).toList();
        Size.requireRoom(file.path().toString(), rows.length, names.size());
        double[] values = FeatureEncoder.encode(
                table, rows, columns, IntStream.range(0, roles.size()).toArray());
        String name = String.valueOf(file.path().getFileName());
        DataSet raw = DataSet.table(name, names, values, target);
        return new Assembled(raw, split, columns, roles.size(), file.rows(), droppedLines, report(columns), notes);
    }

    /// @return the rows that have all they need under the rule for missing values
    private int[] keep(List<Integer> features, List<Integer> droppedLines) {
        int[] kept = new int[table.rows()];
        int n = 0;
        for (int row = 0; row < table.rows(); row++) {
            int lacking = firstMissing(plan.targets(), row);
            if (lacking < 0 && source.missing() != MissingRule.IMPUTE) {
                lacking = firstMissing(features, row);
            }
            if (lacking < 0) {
                kept[n++] = row;
            } else if (source.missing() == MissingRule.REFUSE) {
                String name = file.columns().get(lacking).name();
                int line = table.lines()[row];
                throw refuse(
                        "line " + line + ", column " + name,
                        Message.of("data.csv.missing-refused", line, name),
                        "data.csv.a-value");
            } else if (droppedLines.size() < DataReport.LINES_KEPT) {
                droppedLines.add(table.lines()[row]);
            }
        }
        if (n == 0) {
            throw refuse("", Message.of("data.csv.all-dropped", file.rows(), mostMissing()), "data.csv.complete-row");
        }
        int dropped = table.rows() - n;
        if (dropped > 0) {
            notes.add(Message.of("data.note.dropped", dropped, table.rows()));
        }
        int[] rows = Arrays.copyOf(kept, n);
        long filled =
                Arrays.stream(rows).mapToLong(row -> missing(features, row)).sum();
        if (filled > 0) {
            notes.add(Message.of("data.note.filled", filled));
        }
        return rows;
    }

    private int firstMissing(List<Integer> columns, int row) {
        for (int c : columns) {
            if (table.columns().get(c).isMissing(row)) {
                return c;
            }
        }
        return -1;
    }

    private long missing(List<Integer> columns, int row) {
        return columns.stream()
                .filter(c -> table.columns().get(c).isMissing(row))
                .count();
    }

    private String mostMissing() {
        ColumnProfile most = file.columns().getFirst();
        for (ColumnProfile column : file.columns()) {
            if (!roles.get(column.index()).isLeftOut() && column.missing() > most.missing()) {
                most = column;
            }
        }
        return most.name();
    }

    private Target target(int[] rows) {
        if (plan.targets().isEmpty()) {
            return new Target.None();
        }
        Column first = table.columns().get(plan.targets().getFirst());
        if (first instanceof Texts texts) {
            Target.Classes classes = Labels.classes(texts, rows);
            requireFewClasses(texts, classes, rows.length);
            return classes;
        }
        if (plan.kind() == TargetSpec.Kind.AUTO && first instanceof Numbers n && Labels.areClasses(n, rows)) {
            return Labels.classes(n, rows);
        }
        int width = plan.targets().size();
        double[] values = new double[Math.multiplyExact(rows.length, width)];
        List<String> names = new ArrayList<>();
        for (int t = 0; t < width; t++) {
            Numbers column = (Numbers) table.columns().get(plan.targets().get(t));
            names.add(column.name());
            for (int i = 0; i < rows.length; i++) {
                values[i * width + t] = column.values()[rows[i]];
            }
        }
        return new Target.Values(values, width, names);
    }

    /// A column of sentences, names or dates that happens to be the last is no class.
    private void requireFewClasses(Texts column, Target.Classes classes, int rows) {
        int count = classes.classNames().size();
        if (count > TargetSpec.Kind.MOST_CLASSES && 2 * count > rows) {
            throw refuse(
                    "column " + column.name(),
                    Message.of("data.csv.no-class-column", column.name(), count, rows),
                    "data.csv.expected-classes");
        }
    }

    private List<DataReport.Column> report(List<FeatureColumn> features) {
        List<DataReport.Column> report = new ArrayList<>();
        for (ColumnProfile column : file.columns()) {
            List<String> names = features.stream()
                    .filter(f -> f.index() == column.index())
                    .flatMap(f -> f.features().stream())
                    .toList();
            report.add(new DataReport.Column(
                    column.name(), roles.get(column.index()), column.missing(), column.missingLines(), names));
        }
        return report;
    }

    private UserException refuse(String place, Message what, String expected) {
        return Refusal.inFile(file.path().toString(), place, what, Message.of(expected), Refusal.nothing(), null);
    }
}
