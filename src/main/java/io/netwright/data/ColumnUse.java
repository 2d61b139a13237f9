package io.netwright.data;

/// How a column of a file is taken.
///
/// Without a say, a column of numbers is one feature; a column of texts with at most
/// [#MOST_CATEGORIES] different ones becomes one 0/1 feature a category; a column of dates, of more texts than that, or
/// without any value is left out, and the report says so.
public enum ColumnUse implements Choice {
    /// As its contents suggest.
    AUTO,
    /// As numbers: a text in it is an error.
    NUMBER,
    /// As categories, whatever their number, even if they look like numbers.
    CATEGORY,
    /// Not at all.
    IGNORE;

    /// More different texts than this are not taken for categories without being told so.
    public static final int MOST_CATEGORIES = 50;
}
