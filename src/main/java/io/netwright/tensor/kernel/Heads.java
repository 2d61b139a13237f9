package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// Where the heads of attention lie.
///
/// @param heads   heads of queries
/// @param shared  heads of queries that go with one of keys
/// @param queries steps that attend
/// @param keys    steps attended to
/// @param depth   numbers of one step in one head
record Heads(int n, int heads, int shared, int queries, int keys, int depth) {

    /// What each thread has asked for last, mostly the same again.
    private static final ThreadLocal<Heads[]> LAST =
            ThreadLocal.withInitial(() -> new Heads[] {new Heads(0, 0, 0, 0, 0, 0)});

    /// @param scores `(N, heads, queries, keys)`
    /// @param width  columns of the queries, all heads together
    static Heads of(int shared, Tensor scores, int width) {
        Heads[] last = LAST.get();
        Heads h = last[0];
        int depth = width / scores.dim(1);
        boolean same = h.n == scores.dim(0)
                && h.heads == scores.dim(1)
                && h.shared == shared
                && h.queries == scores.dim(2)
                && h.keys == scores.dim(3)
                && h.depth == depth;
        if (!same) {
            last[0] = new Heads(scores.dim(0), scores.dim(1), shared, scores.dim(2), scores.dim(3), depth);
        }
        return last[0];
    }

    int queryRow() {
        return heads * depth;
    }

    int keyRow() {
        return heads / shared * depth;
    }

    int query(int sample, int head) {
        return sample * queries * queryRow() + head * depth;
    }

    int key(int sample, int head) {
        return sample * keys * keyRow() + head / shared * depth;
    }

    int score(int sample, int head) {
        return (sample * heads + head) * queries * keys;
    }
}
