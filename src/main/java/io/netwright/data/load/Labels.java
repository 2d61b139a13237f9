package io.netwright.data.load;

import io.netwright.data.Target;
import io.netwright.data.TargetSpec;
import io.netwright.data.csv.Cell;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.Texts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Classes and categories from the values of a column: numbers by value, then texts in alphabetical order (by code
/// unit), so that their order does not depend on that of the rows. Equal numbers are one class however they are
/// written.
final class Labels {

    /// Numbers before texts, numbers by value.
    static final Comparator<String> ORDER = (a, b) -> {
        Double x = number(a);
        Double y = number(b);
        if (x != null && y != null) {
            int byValue = Double.compare(x, y);
            return byValue != 0 ? byValue : a.compareTo(b);
        }
        return x != null ? -1 : y != null ? 1 : a.compareTo(b);
    };

    private Labels() {}

    private static @Nullable Double number(String text) {
        return Cell.of(text).isNumber(false) ? Cell.parse(text) : null;
    }

    /// @return a number as a class is called: without decimals where it is whole
    static String name(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// @return the text as a class is called: numbers in one way of writing
    private static String canonical(String text) {
        Double value = number(text);
        return value == null ? text : name(value);
    }

    /// @return the categories that occur in `rows`, in order
    static List<String> categories(Texts column, int[] rows) {
        TreeSet<String> categories = new TreeSet<>(ORDER);
        boolean[] seen = new boolean[column.distinct().size()];
        for (int row : rows) {
            int code = column.codes()[row];
            if (code >= 0 && !seen[code]) {
                seen[code] = true;
                categories.add(column.distinct().get(code));
            }
        }
        return List.copyOf(categories);
    }

    /// @param rows rows in which the column has a value
    static Target.Classes classes(Texts column, int[] rows) {
        String[] names = new String[rows.length];
        String[] canonical = column.distinct().stream().map(Labels::canonical).toArray(String[]::new);
        for (int i = 0; i < rows.length; i++) {
            names[i] = canonical[column.codes()[rows[i]]];
        }
        return classes(names);
    }

    /// @param rows rows in which the column has a value
    static Target.Classes classes(Numbers column, int[] rows) {
        String[] names = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            names[i] = name(column.values()[rows[i]]);
        }
        return classes(names);
    }

    private static Target.Classes classes(String[] names) {
        TreeSet<String> all = new TreeSet<>(ORDER);
        all.addAll(List.of(names));
        List<String> classNames = List.copyOf(all);
        Map<String, Integer> index = new HashMap<>();
        for (int c = 0; c < classNames.size(); c++) {
            index.put(classNames.get(c), c);
        }
        int[] labels = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            labels[i] = index.getOrDefault(names[i], -1);
        }
        return new Target.Classes(labels, classNames);
    }

    /// @return whether the numbers look like classes: see [TargetSpec.Kind#AUTO]
    static boolean areClasses(Numbers column, int[] rows) {
        TreeSet<Double> distinct = new TreeSet<>();
        for (int row : rows) {
            double value = column.values()[row];
            if (value != Math.rint(value)) {
                return false;
            }
            distinct.add(value);
            if (distinct.size() > TargetSpec.Kind.MOST_CLASSES) {
                return false;
            }
        }
        return 2 * distinct.size() <= rows.length;
    }
}
