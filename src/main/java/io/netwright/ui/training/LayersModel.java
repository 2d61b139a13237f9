package io.netwright.ui.training;

import io.netwright.train.Distribution;
import io.netwright.train.Finding;
import io.netwright.train.LayerLook;
import io.netwright.train.LayerProbe;
import io.netwright.train.Snapshot;
import io.netwright.train.Statistics;
import io.netwright.ui.NetworkLooks;
import io.netwright.ui.Training;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is seen of the layers while they are trained, and how it was before. Knows no control.
final class LayersModel {

    /// Looks that are remembered of each layer: the oldest go where there are more.
    static final int MEMORY = 120;

    /// One look at all layers.
    ///
    /// @param look   all of them
    /// @param detail the chosen one; null where none is chosen
    record Seen(LayerLook look, @Nullable LayerDetail detail) {}

    private final Training training;
    private final NetworkLooks<Seen> looks;
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.WEIGHTS);
    private final Map<String, Map<Quantity, List<Distribution>>> past = new HashMap<>();
    private volatile @Nullable String chosen;
    private volatile PlaneMap.Method method = PlaneMap.Method.PCA;
    private long remembered = -1;

    LayersModel(Training training, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.training = training;
        this.looks = new NetworkLooks<>(
                training,
                plan -> {
                    LayerProbe probe = new LayerProbe(plan);
                    return weights -> {
                        LayerLook look = probe.look(weights);
                        String node = chosen;
                        return new Seen(look, node == null ? null : LayerDetail.of(node, probe, weights, method));
                    };
                },
                background,
                ui,
                failures);
        training.snapshotProperty().addListener((p, was, is) -> remember(is));
    }

    NetworkLooks<Seen> looks() {
        return looks;
    }

    ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /// Looks closely at a layer; null for none.
    void choose(@Nullable String node) {
        chosen = node;
        looks.look();
    }

    /// Gives the vectors of the layer that is looked at closely their places in this way from now on.
    void place(PlaneMap.Method next) {
        method = next;
        looks.look();
    }

    @Nullable
    String chosen() {
        return chosen;
    }

    @Nullable
    LayerLook look() {
        Seen seen = looks.seenProperty().get();
        return seen == null ? null : seen.look();
    }

    @Nullable
    Statistics statistics() {
        Snapshot s = training.snapshotProperty().get();
        return s == null ? null : s.statistics();
    }

    /// @return the nodes of which there is something to be seen, in the order of the network
    SequencedSet<String> nodes() {
        SequencedSet<String> nodes = new LinkedHashSet<>();
        LayerLook look = look();
        if (look != null) {
            nodes.addAll(look.nodes().sequencedKeySet());
        }
        Statistics s = statistics();
        if (s != null) {
            s.parameters().values().forEach(p -> nodes.add(p.node()));
        }
        return nodes;
    }

    /// @return what is wrong with the layers
    List<Finding> findings() {
        LayerLook look = look();
        return look == null ? List.of() : Finding.of(look, statistics());
    }

    /// @return how a quantity of a node was spread at the looks so far, oldest first
    List<Distribution> past(String node, Quantity of) {
        return past.getOrDefault(node, Map.of()).getOrDefault(of, List.of());
    }

    private void remember(@Nullable Snapshot s) {
        Statistics now = s == null ? null : s.statistics();
        if (now == null || now.step() < remembered) {
            past.clear();
            remembered = -1;
        }
        if (now == null || now.step() == remembered) {
            return;
        }
        remembered = now.step();
        for (String node : nodes()) {
            for (Quantity q : Quantity.values()) {
                Distribution d = q.of(node, look(), now);
                if (d != null) {
                    List<Distribution> all = past.computeIfAbsent(node, n -> new EnumMap<>(Quantity.class))
                            .computeIfAbsent(q, n -> new ArrayList<>());
                    all.add(d);
                    if (all.size() > MEMORY) {
                        all.removeFirst();
                    }
                }
            }
        }
    }
}
