package io.netwright.step;

import io.netwright.network.Network;
import io.netwright.network.Wire;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The chain rule as a way through the network: the wires that a gradient came along, from the loss to a frame.
///
/// Which layers took part is read off the program: those whose backward ops the frame's numbers were computed from.
/// Layers that hand a gradient on as it is, such as a sum, have no op there, so that the wires are followed from each
/// of these layers on to the loss.
public final class GradientPath {

    private final StepRecording recording;
    private final Network network;

    private GradientPath(StepRecording recording, Network network) {
        this.recording = recording;
        this.network = network;
    }

    /// @param network what was recorded, as it was drawn; blocks in it are seen from outside
    /// @return the wires, which the gradient took against their direction; none where the frame is not of the backward
    ///   pass
    public static Set<Wire> to(StepRecording recording, Network network, Frame frame) {
        if (!(frame instanceof OpFrame op) || op.stage() != Stage.BACKWARD) {
            return Set.of();
        }
        GradientPath path = new GradientPath(recording, network);
        return path.wires(path.tookPart(op.instruction()));
    }

    /// @return the node of the drawn network that a program's node is, or is in
    public static String drawn(String node) {
        int dot = node.indexOf('.');
        return dot < 0 ? node : node.substring(0, dot);
    }

    private Set<String> tookPart(Instruction last) {
        Set<String> nodes = new HashSet<>();
        Set<Integer> seen = new HashSet<>(Set.of(last.index()));
        Deque<Instruction> open = new ArrayDeque<>(Set.of(last));
        while (!open.isEmpty()) {
            Instruction i = open.remove();
            nodes.add(drawn(i.node()));
            i.inputs().stream()
                    .map(recording::maker)
                    .flatMap(Optional::stream)
                    .map(f -> ((OpFrame) f).instruction())
                    .filter(m -> m.phase() == Phase.BACKWARD && seen.add(m.index()))
                    .forEach(open::add);
        }
        return nodes;
    }

    private Set<Wire> wires(Set<String> from) {
        Set<Wire> carrying = network.wires().stream().filter(this::carries).collect(Collectors.toSet());
        Set<String> leading = leadingToLoss(carrying);
        Set<Wire> path = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Wire wire : network.wiresOutOf(open.remove())) {
                String next = wire.to().node();
                if (carrying.contains(wire) && leading.contains(next)) {
                    path.add(wire);
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return path;
    }

    private Set<String> leadingToLoss(Set<Wire> carrying) {
        Set<String> leading = recording.program().losses().keySet().stream()
                .map(GradientPath::drawn)
                .collect(Collectors.toCollection(HashSet::new));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Wire wire : carrying) {
                grew |= leading.contains(wire.to().node())
                        && leading.add(wire.from().node());
            }
        }
        return leading;
    }

    /// What a block hands out has another name in the program; it is taken to carry a gradient.
    private boolean carries(Wire wire) {
        Program program = recording.program();
        Value value = program.ports().get(wire.from().toString());
        return value == null || program.gradient(value).isPresent();
    }
}
