package io.netwright.edit;

/// What a person edits beside the design, such as how it is trained: undone and redone with it, in one history. This
/// room only keeps it. Immutable, and compared by [Object#equals].
public interface Companion {

    /// No company.
    Companion NONE = new Companion() {};
}
