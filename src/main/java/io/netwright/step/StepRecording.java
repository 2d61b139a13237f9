package io.netwright.step;

import io.netwright.op.Value;
import io.netwright.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One training step, recorded: an index moved over its frames is time travel, in both directions.
///
/// Immutable and safe to read from several threads.
public final class StepRecording {

    /// A run of frames that belong together: one stage, and where grouped by layer, one node.
    ///
    /// @param node  the node; empty where grouped by stage alone
    /// @param first the place of its first frame
    /// @param last  the place of its last frame
    public record Group(Stage stage, String node, int first, int last) {
        public boolean contains(int frame) {
            return first <= frame && frame <= last;
        }
    }

    private final Program program;
    private final List<Frame> frames;
    private final Map<Integer, Numbers> values;
    private final Map<Integer, Integer> madeBy;
    private final Map<String, UpdateFrame> updates = new HashMap<>();
    private final Map<String, Numbers> kept;
    private final Map<String, String> formulas;
    private final Names names;
    private final int batch;
    private final long bytes;
    private final long[] digests;
    private final List<Group> sections;
    private final List<Group> layers;
    private final Map<Integer, AttentionScores> scores;

    /// @param values   what each value holds in the end, by its id
    /// @param kept     parameters and states as they were before
    /// @param formulas each node's layer's own formula, by node
    StepRecording(
            Program program,
            List<Frame> frames,
            Map<Integer, Numbers> values,
            Map<String, Numbers> kept,
            Map<String, String> formulas,
            Names names,
            int batch,
            long bytes) {
        this.program = program;
        this.frames = List.copyOf(frames);
        this.values = Map.copyOf(values);
        this.kept = Map.copyOf(kept);
        this.formulas = Map.copyOf(formulas);
        this.names = names;
        this.batch = batch;
        this.bytes = bytes;
        this.madeBy = madeBy(frames);
        this.digests = frames.stream().mapToLong(f -> f.output().digest()).toArray();
        this.sections = groups(false);
        this.layers = groups(true);
        this.scores = AttentionScores.in(program, frames);
        for (Frame f : frames) {
            if (f instanceof UpdateFrame u) {
                updates.put(u.kept(), u);
            }
        }
    }

    private static Map<Integer, Integer> madeBy(List<Frame> frames) {
        Map<Integer, Integer> made = new HashMap<>();
        for (Frame f : frames) {
            if (f instanceof OpFrame op) {
                made.put(op.instruction().output().id(), f.index());
            }
        }
        return made;
    }

    private List<Group> groups(boolean byNode) {
        List<Group> groups = new ArrayList<>();
        for (Frame f : frames) {
            Group last = groups.isEmpty() ? null : groups.getLast();
            String node = byNode ? f.node() : "";
            if (last != null && last.stage() == f.stage() && last.node().equals(node)) {
                groups.set(groups.size() - 1, new Group(last.stage(), node, last.first(), f.index()));
            } else {
                groups.add(new Group(f.stage(), node, f.index(), f.index()));
            }
        }
        return List.copyOf(groups);
    }

    /// @return what was run
    public Program program() {
        return program;
    }

    /// @return all frames, in the order in which they happened
    public List<Frame> frames() {
        return frames;
    }

    public Frame frame(int index) {
        return frames.get(index);
    }

    public int size() {
        return frames.size();
    }

    /// @return the samples of the recorded batch
    public int batch() {
        return batch;
    }

    /// @return the bytes that this recording's numbers take; at most [StepSize#LIMIT]
    public long bytes() {
        return bytes;
    }

    /// @return the frames by stage, in order
    public List<Group> sections() {
        return sections;
    }

    /// @return the frames by stage and node, in order: stepping from one's last frame to the next one's is stepping by
    ///     layer
    public List<Group> layers() {
        return layers;
    }

    /// @return the group of [#layers] that a frame is in
    public Group layerAt(int frame) {
        return layers.stream().filter(g -> g.contains(frame)).findFirst().orElseThrow();
    }

    /// @return the formula of the layer that a node is, in LaTeX, as the layer itself declares it
    public Optional<String> layerFormula(String node) {
        return Optional.ofNullable(formulas.get(node));
    }

    /// @return what formulas call a value, in LaTeX
    public String name(Value value) {
        return names.of(value);
    }

    /// @return the value that `gradient` is the loss's derivative with respect to, of several the one that it
    ///     is named after; empty where it is only a part of a gradient
    public Optional<Value> ownerOf(Value gradient) {
        return names.ownerOf(gradient);
    }

    /// @return the frame that computed a value; empty for data, parameters, states and constants
    public Optional<Frame> maker(Value value) {
        return Optional.ofNullable(madeBy.get(value.id())).map(frames::get);
    }

    /// @return what the numbers of a value are where each belongs to one query and one key of attention
    public Optional<AttentionScores> scores(Value value) {
        return Optional.ofNullable(scores.get(value.id()));
    }

    /// @return the frame that changed a parameter or state; empty where nothing did
    public Optional<UpdateFrame> update(String name) {
        return Optional.ofNullable(updates.get(name));
    }

    /// @param frame the place of the last frame that has happened; -1 for the moment before the first
    public StepState stateAt(int frame) {
        if (frame < -1 || frame >= frames.size()) {
            throw new IndexOutOfBoundsException(frame + " of " + frames.size());
        }
        return new StepState(this, frame);
    }

    /// @return the place of the first backward frame, at which the loss's derivative with respect to itself, 1, is
    ///   known;
    ///     the number of frames where there is none
    int backwardBegins() {
        return sections.stream()
                .filter(g -> g.stage() == Stage.BACKWARD)
                .mapToInt(Group::first)
                .findFirst()
                .orElse(frames.size());
    }

    boolean isConstant(Value value) {
        return program.constants().stream().anyMatch(c -> c.value().equals(value));
    }

    /// @return what `value` holds once it is computed
    Numbers numbers(Value value) {
        Numbers numbers = values.get(value.id());
        if (numbers == null) {
            throw new IllegalArgumentException("the program has no " + value);
        }
        return numbers;
    }

    /// @return what a parameter or state held before the step
    Optional<Numbers> before(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /// @return all parameters and states before the step, by name
    Map<String, Numbers> kept() {
        return kept;
    }

    long digest(int frame) {
        return digests[frame];
    }
}
