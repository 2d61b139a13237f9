package io.netwright.data.csv;

import io.netwright.data.Choice;
import io.netwright.text.Message;

/// What a column of a file holds, by its contents.
public enum ColumnType implements Choice {
    /// Numbers; missing values aside, nothing else but perhaps a slip: one field, or at most one in five, that is none.
    NUMBER,
    /// Texts.
    TEXT,
    /// Calendar dates.
    DATE,
    /// Not a single value.
    EMPTY;

    @Override
    public Message label() {
        return Message.of("data.columntype." + id());
    }
}
