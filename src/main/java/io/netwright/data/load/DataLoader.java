package io.netwright.data.load;

import io.netwright.data.DataReport;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.FeatureColumn;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Preprocessing;
import io.netwright.data.Refusal;
import io.netwright.data.Scaler;
import io.netwright.data.Split;
import io.netwright.data.SplitSpec;
import io.netwright.data.Splitter;
import io.netwright.data.Target;
import io.netwright.data.builtin.Builtins;
import io.netwright.data.csv.CsvFile;
import io.netwright.data.generator.Generators;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns the description of a project's data into data.
///
/// Pure but for reading files: the same description and files give the same numbers, split and report. Reads whole
/// files; not for the FX thread.
public final class DataLoader {

    private DataLoader() {}

    /// @param spec       what a project says about its data
    /// @param projectDir the folder that paths in `spec` are relative to
    /// @throws UserException where something in `spec` or in a file makes no sense, with where
    public static LoadedData load(DataSpec spec, Path projectDir) {
        Splitter.check(spec.split());
        Assembled data =
                switch (spec.source()) {
                    case DataSource.Generated g -> ready(Generators.generate(g), spec.split());
                    case DataSource.Builtin b -> ready(Builtins.get(b.id()).load(), spec.split());
                    case DataSource.Inline i -> ready(InlineData.load(i), spec.split());
                    case DataSource.Text t -> TextLoader.load(t, resolve(t.path(), projectDir), spec.split());
                    case DataSource.Csv c -> CsvLoader.load(c, resolve(c.path(), projectDir), spec.split());
                };
        DataSet raw = data.raw();
        Scaler scaler = Scaler.fit(raw, data.split().of(Part.TRAIN), spec.scaling());
        Preprocessing preprocessing = new Preprocessing(
                raw.kind(), raw.sampleShape(), data.columns(), data.sourceColumns(), scaler, raw.vocabulary());
        DataReport report = new DataReport(
                data.rowsRead(),
                raw.size(),
                data.rowsRead() - raw.size(),
                data.droppedLines(),
                data.report(),
                classCounts(raw.target(), data.split()),
                notes(data, spec.split()));
        return new LoadedData(spec, raw, scaler.apply(raw), data.split(), preprocessing, report);
    }

    /// Looks through a file without using it: its columns and first rows, for a person to choose a target from.
    ///
    /// @throws UserException where the file cannot be read, or is no table
    public static CsvFile look(DataSource.Csv source, Path projectDir) {
        return CsvFile.open(resolve(source.path(), projectDir), source.format());
    }

    /// A source whose samples need nothing done to them. Its features and target stand side by side, as in a table.
    private static Assembled ready(DataSet raw, SplitSpec spec) {
        List<FeatureColumn> columns = new ArrayList<>();
        List<DataReport.Column> report = new ArrayList<>();
        for (String name : raw.featureNames()) {
            columns.add(new FeatureColumn.Number(name, columns.size(), null));
            report.add(new DataReport.Column(name, DataReport.Role.NUMBER, 0, List.of(), List.of(name)));
        }
        int sourceColumns = raw.width() + raw.target().width();
        Split split = Splitter.split(raw.size(), raw.target(), spec);
        return new Assembled(raw, split, columns, sourceColumns, raw.size(), List.of(), report, List.of());
    }

    /// @throws UserException where `path` cannot be a path
    static Path resolve(String path, Path projectDir) {
        try {
            if (!path.isBlank()) {
                return projectDir.resolve(path).normalize();
            }
        } catch (InvalidPathException e) {
            // refused below, with what was found
        }
        throw Refusal.inProject(
                "data.source.csv", Message.of("data.file.no-path"), Message.of("data.file.a-path"), Refusal.text(path));
    }

    private static List<DataReport.ClassCount> classCounts(Target target, Split split) {
        List<DataReport.ClassCount> counts = new ArrayList<>();
        if (target instanceof Target.Classes classes) {
            int[] train = classes.counts(split.of(Part.TRAIN));
            int[] validation = classes.counts(split.of(Part.VALIDATION));
            int[] test = classes.counts(split.of(Part.TEST));
            for (int c = 0; c < train.length; c++) {
                counts.add(new DataReport.ClassCount(classes.classNames().get(c), train[c], validation[c], test[c]));
            }
        }
        return counts;
    }

    private static List<Message> notes(Assembled data, SplitSpec spec) {
        List<Message> notes = new ArrayList<>(data.notes());
        for (Part part : Part.values()) {
            if (spec.fraction(part) > 0 && data.split().size(part) == 0) {
                notes.add(Message.of("data.note.empty-part", part.label()));
            }
        }
        return notes;
    }
}
