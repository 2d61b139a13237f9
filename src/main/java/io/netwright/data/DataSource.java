package io.netwright.data;

import io.netwright.network.PropValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Where a project's data comes from. Raw, as a person wrote it: sense is judged when it is loaded.
public sealed interface DataSource {

    /// Points drawn by a generator of the program.
    ///
    /// @param generator its identifier, such as `spirals`
    /// @param arguments values of its parameters by key; what is absent has its default
    record Generated(String generator, SequencedMap<String, PropValue> arguments) implements DataSource {
        public Generated {
            arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        }

        /// The generator with all its defaults.
        public Generated(String generator) {
            this(generator, new LinkedHashMap<>());
        }

        /// @return this with one argument set
        public Generated with(String key, PropValue value) {
            SequencedMap<String, PropValue> copy = new LinkedHashMap<>(arguments);
            copy.put(key, value);
            return new Generated(generator, copy);
        }
    }

    /// A data set that comes with the program.
    ///
    /// @param id its identifier, such as `iris`
    record Builtin(String id) implements DataSource {}

    /// A file of rows and columns, plain or gzipped.
    ///
    /// @param path    relative to the project's folder, with `/`; may be absolute
    /// @param format  how it is written
    /// @param target  which columns are the answer
    /// @param columns what is to be done with columns for which the rule of [ColumnUse] is not wanted
    /// @param missing what happens where a value is missing
    record Csv(String path, CsvFormat format, TargetSpec target, List<ColumnRule> columns, MissingRule missing)
            implements DataSource {
        public Csv {
            columns = List.copyOf(columns);
        }

        /// The file with everything detected, the last column as target, and rows with missing values left out.
        public Csv(String path) {
            this(path, CsvFormat.AUTO, TargetSpec.LAST, List.of(), MissingRule.DROP);
        }

        public Csv withFormat(CsvFormat newFormat) {
            return new Csv(path, newFormat, target, columns, missing);
        }

        public Csv withTarget(TargetSpec newTarget) {
            return new Csv(path, format, newTarget, columns, missing);
        }

        public Csv withColumns(List<ColumnRule> newColumns) {
            return new Csv(path, format, target, newColumns, missing);
        }

        public Csv withMissing(MissingRule newMissing) {
            return new Csv(path, format, target, columns, newMissing);
        }
    }

    /// What is to be done with one column.
    record ColumnRule(ColumnRef column, ColumnUse use) {}

    /// A text, plain or gzipped, of which each character is a token. A sample is a stretch of it, and its target the
    /// same stretch one character on, so that a network learns to say what comes next.
    ///
    /// @param path   relative to the project's folder, with `/`; may be absolute
    /// @param length characters in a sample
    /// @param stride how many characters further on the next sample begins
    record Text(String path, int length, int stride) implements DataSource {

        public static final int LENGTH = 64;

        /// Samples that do not overlap.
        public Text(String path, int length) {
            this(path, length, length);
        }
    }

    /// A few numbers written in the project file itself.
    ///
    /// @param x            the samples' features, each row one sample
    /// @param y            the samples' targets, as many rows as `x`
    /// @param as           what `y` means
    /// @param featureNames a name for each feature; empty for `x1`, `x2`, ...
    /// @param targetNames  a name for each value or class; empty for `y1`, `y2`, ..., or `0`, `1`, ... for classes
    record Inline(
            List<List<Double>> x,
            List<List<Double>> y,
            InlineTarget as,
            List<String> featureNames,
            List<String> targetNames)
            implements DataSource {
        public Inline {
            x = x.stream().map(List::copyOf).toList();
            y = y.stream().map(List::copyOf).toList();
            featureNames = List.copyOf(featureNames);
            targetNames = List.copyOf(targetNames);
        }

        /// With the default names.
        public Inline(List<List<Double>> x, List<List<Double>> y, InlineTarget as) {
            this(x, y, as, List.of(), List.of());
        }
    }

    /// What the targets written in a project file mean.
    enum InlineTarget implements Choice {
        /// Numbers to be predicted.
        VALUES,
        /// A probability for each class, each row summing to 1.
        PROBABILITIES,
        /// Class indices, one a row.
        CLASSES
    }
}
