package io.netwright.tensor.kernel;

/// The functions of two numbers that [io.netwright.op.Binary] applies element by element.
public enum BinaryFn {
    ADD("Add"),
    SUB("Subtract"),
    MUL("Multiply"),
    DIV("Divide"),
    MAX("Maximum");

    private final String text;

    BinaryFn(String text) {
        this.text = text;
    }

    /// @return the name in step frames
    public String text() {
        return text;
    }
}
