package io.netwright.data;

import io.netwright.text.Message;
import java.util.List;

/// Which columns of a file are the answer, and how they are taken.
///
/// @param columns the columns; empty for the last one that is not ignored
/// @param kind    what they are
public record TargetSpec(List<ColumnRef> columns, Kind kind) {

    /// The last column, as its contents suggest.
    public static final TargetSpec LAST = new TargetSpec(List.of(), Kind.AUTO);

    /// What a target column is.
    public enum Kind implements Choice {
        /// Texts are classes. Whole numbers are classes where there are at most 20 different ones and on average at
        /// least two rows of each. Everything else is a number, and so are several columns together.
        AUTO,
        /// One column whose values are classes.
        CLASS,
        /// One or more columns of numbers.
        NUMBER,
        /// There is no target.
        NONE;

        /// More different whole numbers than this are not taken for classes without being told so.
        public static final int MOST_CLASSES = 20;

        @Override
        public Message label() {
            return Message.of("data.target." + id());
        }
    }

    public TargetSpec {
        columns = List.copyOf(columns);
    }
}
