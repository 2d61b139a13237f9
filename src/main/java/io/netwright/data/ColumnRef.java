package io.netwright.data;

/// A column of a file, by its name or by its position.
public sealed interface ColumnRef {

    /// @param name as in the header (surrounding spaces do not count), or `column 3` where the file has no header
    record Named(String name) implements ColumnRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /// @param index from 0; negative counts from the end, -1 being the last column
    record At(int index) implements ColumnRef {
        @Override
        public String toString() {
            return Integer.toString(index);
        }
    }

    static ColumnRef of(String name) {
        return new Named(name);
    }

    static ColumnRef of(int index) {
        return new At(index);
    }
}
