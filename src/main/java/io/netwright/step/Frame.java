package io.netwright.step;

import io.netwright.op.explain.Expr;
import io.netwright.text.Message;
import io.netwright.text.formula.Tex;
import java.util.List;

/// One stop of a recorded training step: an op that was run, or something that is kept and was changed.
///
/// Formulas and names are in the part of LaTeX that [io.netwright.text.formula.Tex] reads.
public sealed interface Frame permits OpFrame, UpdateFrame {

    /// @return its place in the recording, from 0
    int index();

    Stage stage();

    /// @return the node that it belongs to
    String node();

    /// @return the op's name, such as `MatMul`; for an update the rule's, such as `SGD`
    String op();

    /// @return what it computes, named: `dW_{2}`
    String name();

    /// @return the whole formula: `dW_{2} = A_{1}^{\top} \cdot dZ_{2}`; only its right-hand side where the name says
    ///   the
    ///     same
    String formula();

    /// @return in one sentence what that means
    Message meaning();

    /// @return what it computes from, in the order in which [Expr.Ref#input] counts
    List<Operand> operands();

    /// @return what an element in [#explain] is called, in one line: `Z₁[0, 2]`
    default String called(Expr.Ref ref) {
        String latex = ref.input() < 0 ? name() : operands().get(ref.input()).name();
        return Tex.plain(latex) + (ref.index().isEmpty() ? "" : ref.index());
    }

    /// @return what it computed
    Numbers output();

    /// @return whether the output's first axis counts samples
    boolean isBatched();

    /// Says how one number of the output came about, as an expression over elements of the operands that can be read
    /// and evaluated.
    ///
    /// @param index one number an axis of the output
    Expr explain(int... index);

    /// @return what each operand's change does to the output; empty where the question makes no sense
    List<LocalDerivative> localDerivatives();
}
