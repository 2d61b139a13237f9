package io.netwright.step;

import static io.netwright.step.Names.factor;

import io.netwright.op.AttentionSoftmax;
import io.netwright.op.Ctc;
import io.netwright.op.CtcGrad;
import io.netwright.op.Embedding;
import io.netwright.op.EmbeddingGrad;
import io.netwright.op.HeadMatMul;
import io.netwright.op.Normalise;
import io.netwright.op.NormaliseGrad;
import io.netwright.op.Permute;
import io.netwright.op.Recurrent;
import io.netwright.op.RecurrentGrad;
import io.netwright.op.RecurrentPart;
import io.netwright.op.Rotary;
import io.netwright.op.SequenceOp;
import io.netwright.op.SinusoidTable;
import io.netwright.op.StepMask;
import java.util.List;

/// What a frame says of an op of sequence models: its formula, and the key of its meaning. Exhaustive, as [OpFormula]
/// and [Meaning] are over all ops.
final class SequenceFrames {

    private SequenceFrames() {}

    /// @param in the operands' names
    static String formula(SequenceOp op, List<String> in) {
        String x = in.isEmpty() ? "" : in.getFirst();
        return switch (op) {
            case Ctc c ->
                "-\\ln \\sum_{\\pi \\to " + in.get(1) + "} \\prod_t \\operatorname{softmax}(" + x + "_t)_{\\pi_t}";
            case CtcGrad c ->
                factor(in.get(2)) + " \\cdot (\\operatorname{softmax}(" + x + ") - P(\\pi_t = k \\mid " + in.get(1)
                        + "))";
            case Embedding e -> factor(x) + "_{" + in.get(1) + "}";
            case EmbeddingGrad e -> "\\sum_{" + x + " = v} " + factor(in.get(1));
            case Normalise n
            when n.centred() -> "\\frac{" + x + " - \\mu}{\\sqrt{\\sigma^{2} + " + NumberText.latex(n.epsilon()) + "}}";
            case Normalise n ->
                "\\frac{" + x + "}{\\sqrt{\\operatorname{mean}(" + factor(x) + "^{2}) + "
                        + NumberText.latex(n.epsilon()) + "}}";
            case NormaliseGrad n ->
                "\\frac{1}{\\sigma} (" + in.get(2) + (n.centred() ? " - \\overline{" + in.get(2) + "}" : "") + " - "
                        + factor(in.get(1)) + " \\odot \\overline{" + factor(in.get(1)) + " \\odot "
                        + factor(in.get(2)) + "})";
            case HeadMatMul m ->
                switch (m.kind()) {
                    case SCORES -> factor(x) + " \\cdot " + factor(in.get(1)) + "^{\\top}";
                    case MIX -> factor(x) + " \\cdot " + factor(in.get(1));
                    case SPREAD -> factor(x) + "^{\\top} \\cdot " + factor(in.get(1));
                };
            case AttentionSoftmax s ->
                "\\operatorname{softmax}_{" + (s.causal() ? "s \\le t" : "s") + "}("
                        + (s.scale() == 1 ? "" : NumberText.latex(s.scale()) + " \\cdot ") + factor(x) + ")";
            case Permute p -> factor(x) + "^{\\top}";
            case Recurrent r ->
                "\\operatorname{" + r.name() + "}(" + x + " + h_{t" + (r.reverse() ? "+" : "-") + "1} "
                        + factor(in.get(1)) + ")";
            case RecurrentGrad r ->
                "\\sum_{s " + (r.reverse() ? "\\le" : "\\ge") + " t} \\frac{\\partial L}{\\partial h_s}"
                        + " \\frac{\\partial h_s}{\\partial g_t}";
            case RecurrentPart p -> factor(x) + "_{t" + (p.shift() == 0 ? "" : p.shift() > 0 ? "+1" : "-1") + "}";
            case Rotary r -> "R_t" + (r.back() ? "^{\\top}" : "") + " \\cdot " + factor(x);
            case SinusoidTable t ->
                "\\sin\\left(\\frac{t}{" + NumberText.latex(t.base()) + "^{2i/" + t.width()
                        + "}}\\right), \\cos(\\ldots)";
            case StepMask m -> "[" + x + " \\ne " + NumberText.latex(m.value()) + "]";
        };
    }

    /// @return the last part of `step.meaning.forward.*`
    static String meaning(SequenceOp op) {
        return switch (op) {
            case Ctc c -> "ctc";
            case CtcGrad c -> "derivative";
            case Embedding e -> "embedding";
            case Normalise n -> n.centred() ? "normalise" : "normaliseRms";
            case HeadMatMul m ->
                switch (m.kind()) {
                    case SCORES -> "attentionScores";
                    case MIX, SPREAD -> "attentionMix";
                };
            case AttentionSoftmax s -> s.causal() ? "attentionCausal" : "attentionSoftmax";
            case Permute p -> "permute";
            case Recurrent r ->
                switch (r.cell()) {
                    case RNN_TANH, RNN_RELU -> "rnn";
                    case LSTM -> "lstm";
                    case GRU -> "gru";
                };
            case RecurrentPart p -> "recurrentPart";
            case Rotary r -> "rotary";
            case SinusoidTable t -> "sinusoids";
            case StepMask m -> "stepMask";
            case EmbeddingGrad e -> "derivative";
            case NormaliseGrad n -> "derivative";
            case RecurrentGrad r -> "derivative";
        };
    }

    /// @return the last part of `step.meaning.backward.*`
    static String backwardMeaning(SequenceOp op) {
        return switch (op) {
            case Ctc c -> "through";
            case CtcGrad c -> "ctc";
            case EmbeddingGrad e -> "embedding";
            case NormaliseGrad n -> "normalise";
            case HeadMatMul m -> "attention";
            case Permute p -> "permute";
            case RecurrentGrad r -> "recurrent";
            case RecurrentPart p -> "recurrentPart";
            case Recurrent r -> "through";
            case Rotary r -> "rotary";
            case SinusoidTable t -> "through";
            case StepMask m -> "through";
            case Embedding e -> "through";
            case Normalise n -> "through";
            case AttentionSoftmax s -> "through";
        };
    }
}
