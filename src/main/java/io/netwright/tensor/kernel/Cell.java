package io.netwright.tensor.kernel;

/// The kinds of recurrent layers, with PyTorch's equations and order of gates. `h'` and `c'` are the states of the step
/// before.
public enum Cell {
    /// `h = tanh(g + h' W)`
    RNN_TANH(1, 0),
    /// `h = max(0, g + h' W)`
    RNN_RELU(1, 0),
    /// Gates i, f, g, o; `c = f c' + i g`, `h = o tanh(c)`. Hochreiter and Schmidhuber, 1997; Gers et al., 2000.
    LSTM(4, 3),
    /// Gates r, z, n; `n = tanh(g_n + r (h' W_n + b_n))`, `h = (1 - z) n + z h'`. Cho et al., EMNLP 2014.
    GRU(3, 2);

    /// In the tape of an LSTM: the state of the cell, and its tanh.
    public static final int STATE = 4;

    public static final int SQUASHED = 5;

    /// In the tape of a GRU: `h' W_n + b_n`.
    public static final int RECALLED = 3;

    private final int gates;
    private final int more;

    Cell(int gates, int more) {
        this.gates = gates;
        this.more = more;
    }

    /// @return how many numbers a unit gets from the input at each step
    public int gates() {
        return gates;
    }

    /// @return how many numbers of a unit are kept for each step: the gates, what lies between, and last the output
    public int parts() {
        return isPlain() ? 1 : gates + more;
    }

    /// @return the part that is the output h
    public int output() {
        return parts() - 1;
    }

    /// @return the part that the next step is made from unit by unit: the state of an LSTM, otherwise the output
    int state() {
        return this == LSTM ? STATE : output();
    }

    /// @return the part that begins as the product of the outputs before with the weights of `gate`
    int product(int gate) {
        return this == GRU && gate == 2 ? RECALLED : gate;
    }

    public boolean isPlain() {
        return this == RNN_TANH || this == RNN_RELU;
    }
}
