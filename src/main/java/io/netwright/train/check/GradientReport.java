package io.netwright.train.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a gradient check found.
///
/// @param loss             of the batch, in float64
/// @param tolerance        the greatest relative error that passes
/// @param maxRelativeError over all elements that could be compared; 0 where there are none
/// @param worst            the element with that error; null where there are none
/// @param parameters       one by one, in the order of the network
/// @param kinks            the first elements that could not be compared, because within reach of the difference
///   quotient
///                         a ReLU changes its side or a pooling window its winner; at most [#KINKS_KEPT]
public record GradientReport(
        double loss,
        double tolerance,
        double maxRelativeError,
        @Nullable Element worst,
        List<OfParameter> parameters,
        List<Element> kinks) {

    /// So many kinks are kept by name; all are counted.
    public static final int KINKS_KEPT = 100;

    /// One element of a parameter.
    ///
    /// @param parameter     its name
    /// @param node          whose it is
    /// @param index         one number an axis
    /// @param analytic      the derivative that backpropagation gave
    /// @param numeric       the difference quotient
    /// @param relativeError `|a - n| / max(|a| + |n|, floor)`
    public record Element(
            String parameter, String node, List<Integer> index, double analytic, double numeric, double relativeError) {
        public Element {
            index = List.copyOf(index);
        }
    }

    /// One parameter.
    ///
    /// @param elements how many it has
    /// @param checked  how many were compared
    /// @param kinks    how many could not be compared because of a kink
    /// @param worst    the compared element with the greatest error; null where all were kinks
    public record OfParameter(
            String parameter,
            String node,
            int elements,
            int checked,
            int kinks,
            @Nullable Element worst) {}

    public GradientReport {
        parameters = List.copyOf(parameters);
        kinks = List.copyOf(kinks);
    }

    /// @return whether no compared element is further off than the tolerance
    public boolean passed() {
        return maxRelativeError <= tolerance;
    }

    /// @return how many elements were compared
    public int checked() {
        return parameters.stream().mapToInt(OfParameter::checked).sum();
    }

    /// @return how many elements could not be compared because of a kink
    public int kinkCount() {
        return parameters.stream().mapToInt(OfParameter::kinks).sum();
    }
}
