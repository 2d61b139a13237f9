package io.netwright.train;

import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that is wrong with how a node learns, in words, with what usually helps.
///
/// @param node whose it is
/// @param kind what it is
/// @param text says it
public record Finding(String node, Kind kind, Message text) {

    /// What can be wrong with how a node learns.
    public enum Kind {
        /// Its units give 0 for all samples, and so get no gradient.
        DEAD,
        /// Its function is flat where it is used.
        SATURATED,
        /// Each step changes it by a large part of itself.
        EXPLODING,
        /// Next to nothing comes back to it: it does not learn.
        VANISHING
    }

    /// Gradients that differ by more than this within one network do not train the same.
    private static final double FAINT = 1e-5;
    /// An update is about a thousandth of the weights in a healthy run; this much shakes a node.
    public static final double BRISK = 0.1;
    private static final double HALF = 0.5;

    /// @param look       what went through the nodes
    /// @param statistics what the last looked-at step did to the parameters; null where that is not known
    /// @return what is wrong: causes before what comes of them, else in the order of the network
    public static List<Finding> of(LayerLook look, @Nullable Statistics statistics) {
        double most = look.nodes().values().stream()
                .mapToDouble(LayerLook.OfNode::weights)
                .filter(w -> !Double.isNaN(w))
                .max()
                .orElse(0);
        List<Finding> findings = new ArrayList<>();
        look.nodes().forEach((node, n) -> {
            double ratio = statistics == null ? Double.NaN : statistics.updateRatio(node);
            if (n.dead() >= HALF) {
                findings.add(finding(node, Kind.DEAD, "dead", n.dead()));
            }
            if (n.saturated() >= HALF) {
                findings.add(finding(node, Kind.SATURATED, "saturated", n.saturated()));
            }
            if (ratio > BRISK) {
                findings.add(finding(node, Kind.EXPLODING, "exploding", ratio));
            }
            if (n.weights() < FAINT * most) {
                findings.add(finding(node, Kind.VANISHING, "vanishing", n.weights() / most));
            }
        });
        findings.sort(Comparator.comparing(Finding::kind));
        return findings;
    }

    private static Finding finding(String node, Kind kind, String key, double amount) {
        return new Finding(node, kind, Message.of("train.finding." + key, node, percent(amount)));
    }

    private static String percent(double share) {
        return share >= 0.001 ? Math.round(1000 * share) / 10.0 + " %" : String.format(Locale.ENGLISH, "%.0e", share);
    }
}
