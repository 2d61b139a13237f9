package io.netwright.data.csv;

import io.netwright.data.DataReport;
import java.util.ArrayList;
import java.util.List;

/// Counts what the fields of one column can be taken for, while the file goes by.
final class ColumnCounts {

    private static final int KINDS = Cell.values().length;
    private static final int SLIPS_PER = 5;

    private final int[] counts = new int[KINDS];
    private final List<Integer> missingLines = new ArrayList<>();
    private final String first;
    private boolean firstRepeats;

    /// @param first the column's field in the first record, which may be its name
    ColumnCounts(String first) {
        this.first = first.strip();
    }

    void add(String field, int line) {
        Cell cell = Cell.of(field);
        counts[cell.ordinal()]++;
        if (cell == Cell.MISSING && missingLines.size() < DataReport.LINES_KEPT) {
            missingLines.add(line);
        } else if (!firstRepeats) {
            firstRepeats = field.strip().equals(first);
        }
    }

    /// Adds the first record after all, which turned out not to be a header.
    void addFirst(int line) {
        Cell cell = Cell.of(first);
        counts[cell.ordinal()]++;
        if (cell == Cell.MISSING) {
            missingLines.addFirst(line);
            if (missingLines.size() > DataReport.LINES_KEPT) {
                missingLines.removeLast();
            }
        }
    }

    boolean isFirstText() {
        return Cell.of(first) == Cell.TEXT;
    }

    int count(Cell cell) {
        return counts[cell.ordinal()];
    }

    /// Whether the first record is a header, as far as this column can tell.
    ///
    /// A text over numbers or dates says yes; a value of the column's own type says no, and so does a text that occurs
    /// again further down. All else says nothing.
    ///
    /// @return 1, -1 or 0
    int headerVote(boolean decimalComma) {
        Cell cell = Cell.of(first);
        ColumnType type = type(decimalComma);
        if (cell == Cell.MISSING || type == ColumnType.EMPTY) {
            return 0;
        }
        boolean isText = cell == Cell.TEXT;
        return switch (type) {
            case NUMBER -> isText ? 1 : -1;
            case DATE -> isText ? 1 : cell == Cell.DATE ? -1 : 0;
            default -> isText && !firstRepeats ? 0 : -1;
        };
    }

    ColumnType type(boolean decimalComma) {
        int numbers = count(Cell.INFINITE);
        int present = 0;
        for (Cell cell : Cell.values()) {
            present += cell == Cell.MISSING ? 0 : count(cell);
            numbers += cell.isNumber(decimalComma) ? count(cell) : 0;
        }
        int others = present - numbers;
        if (present == 0) {
            return ColumnType.EMPTY;
        } else if (count(Cell.DATE) == present) {
            return ColumnType.DATE;
        } else if (others == 0 || numbers >= 2 && (others == 1 || others * SLIPS_PER <= present)) {
            return ColumnType.NUMBER;
        }
        return ColumnType.TEXT;
    }

    ColumnProfile profile(int index, String name, boolean decimalComma) {
        return new ColumnProfile(index, name, type(decimalComma), count(Cell.MISSING), missingLines);
    }
}
