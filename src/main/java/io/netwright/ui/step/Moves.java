package io.netwright.ui.step;

import io.netwright.step.Frame;
import io.netwright.step.StepRecording;
import io.netwright.step.Terms;
import io.netwright.step.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one step forwards or backwards means from where a person stands. Steps within a frame that come to its end go
/// on into the next one, as the samples of a batch go on into the next batch; back is exactly the other way round.
final class Moves {

    private final StepViewModel model;
    private final Granularity by;
    private final @Nullable StepRecording recording;
    private final @Nullable Frame frame;
    private final Position at;

    Moves(StepViewModel model) {
        this.model = model;
        this.by = model.granularity();
        this.recording = model.recording();
        this.frame = model.frame();
        this.at = model.position();
    }

    boolean canGoOn() {
        return can(1);
    }

    boolean canGoBack() {
        return can(-1);
    }

    private boolean can(int way) {
        if (recording == null || frame == null) {
            return false;
        }
        return switch (by) {
            case TERM, ELEMENT, OP, LAYER ->
                inside(at.frame() + way, recording.size())
                        || by == Granularity.ELEMENT
                                && inside(flat() + way, frame.output().size())
                        || by == Granularity.TERM
                                && (inside(flat() + way, frame.output().size())
                                        || inside(at.term() + way, terms(at.index(), frame)));
            case SAMPLE -> inside(at.sample() + way, recording.batch()) || hasStep(way);
            case BATCH, EPOCH -> hasStep(way);
        };
    }

    private boolean hasStep(int way) {
        Timeline run = model.run().timeline();
        // the place after the last step has no step that could be looked at
        return run != null && inside(model.step() + way, run.last());
    }

    void goOn() {
        if (can(1)) {
            go(1);
        }
    }

    void goBack() {
        if (can(-1)) {
            go(-1);
        }
    }

    private void go(int way) {
        Frame here = frame;
        StepRecording r = recording;
        Timeline run = model.run().timeline();
        if (here == null || r == null) {
            return;
        }
        switch (by) {
            case TERM -> byTerm(r, here, way);
            case ELEMENT -> byElement(r, here, way);
            case OP -> model.goTo(at.frame() + way);
            case LAYER -> byLayer(r, way);
            case SAMPLE -> {
                if (inside(at.sample() + way, r.batch())) {
                    model.chooseSample(at.sample() + way);
                } else {
                    // the first sample of the next batch, the last of the one before
                    model.chooseSample(way > 0 ? 0 : Integer.MAX_VALUE);
                    model.goToStep(model.step() + way);
                }
            }
            case BATCH -> model.goToStep(model.step() + way);
            case EPOCH -> {
                int each = run == null ? 1 : run.batchesPerEpoch();
                int epoch = way > 0 ? model.step() / each + 1 : Math.ceilDiv(model.step(), each) - 1;
                int last = run == null ? 0 : run.last() - 1;
                model.goToStep(Math.clamp((long) epoch * each, 0, last));
            }
        }
    }

    private void byTerm(StepRecording r, Frame here, int way) {
        int term = at.term() < 0 && way < 0 ? -1 : at.term() + way;
        if (inside(term, terms(at.index(), here))) {
            model.look(term);
            return;
        }
        byElement(r, here, way);
        Frame there = model.frame();
        if (there != null) {
            model.look(way > 0 ? 0 : terms(model.position().index(), there) - 1);
        }
    }

    private void byElement(StepRecording r, Frame here, int way) {
        int next = flat() + way;
        if (inside(next, here.output().size())) {
            model.ask(index(next, here.output().dims()));
        } else if (inside(at.frame() + way, r.size())) {
            Frame other = r.frame(at.frame() + way);
            int size = other.output().size();
            model.goTo(
                    other.index(), index(way > 0 ? 0 : size - 1, other.output().dims()));
        }
    }

    private void byLayer(StepRecording r, int way) {
        StepRecording.Group group = r.layerAt(at.frame());
        if (way < 0) {
            model.goTo(group.first() - 1);
        } else {
            model.goTo(
                    at.frame() < group.last()
                            ? group.last()
                            : r.layerAt(Math.min(group.last() + 1, r.size() - 1))
                                    .last());
        }
    }

    private static int terms(int[] index, Frame frame) {
        return Terms.of(frame.explain(index)).size();
    }

    /// @return the place of the element in row-major order
    private int flat() {
        if (frame == null) {
            return 0;
        }
        int flat = 0;
        int[] dims = frame.output().dims();
        for (int axis = 0; axis < dims.length; axis++) {
            flat = flat * dims[axis] + at.element().get(axis);
        }
        return flat;
    }

    private static List<Integer> index(int flat, int[] dims) {
        Integer[] index = new Integer[dims.length];
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            index[axis] = flat % dims[axis];
            flat /= dims[axis];
        }
        return Arrays.asList(index);
    }

    private static boolean inside(int which, int count) {
        return which >= 0 && which < count;
    }
}
