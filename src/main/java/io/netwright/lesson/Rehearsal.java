package io.netwright.lesson;

import io.netwright.data.LoadedData;
import io.netwright.data.load.DataLoader;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.PropValue;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.EpochReport;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plays a lesson without a window, on the engine itself, and holds everything that it says against what comes out:
/// that each directive finds what it names, that each number in the text is what the program computes, that no check
/// holds before the learner has done anything, and that each does after "show me".
public final class Rehearsal implements Director, AutoCloseable {

    private final Lesson lesson;
    private final Path folder;
    private Project project;
    private @Nullable LoadedData data;
    private @Nullable TrainingPlan plan;
    private @Nullable TrainingSession session;
    private @Nullable EpochReport last;
    private @Nullable Facts facts;
    private String view = "design";
    private Set<String> selected = Set.of();
    private int frame = -1;
    private int answered;

    private Rehearsal(Lesson lesson, Path folder) {
        this.lesson = lesson;
        this.folder = folder;
        ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);
        LessonProject.copy(lesson, files, folder);
        this.project = files.load(folder);
    }

    /// @param folder empty; a copy of the lesson's project is made in it
    /// @return what is wrong with the lesson, with file and line; empty where nothing is
    public static List<UserException> problems(Lesson lesson, Path folder) {
        List<UserException> problems = new ArrayList<>();
        try (Rehearsal rehearsal = new Rehearsal(lesson, folder)) {
            for (LessonStep step : lesson.steps()) {
                rehearsal.play(step, problems);
            }
        } catch (UserException e) {
            problems.add(e.isLocated() ? e : LessonParser.locate(e, lesson.place(), 1, null));
        }
        return problems;
    }

    private void play(LessonStep step, List<UserException> problems) {
        answered = 0;
        try {
            step.directives().forEach(d -> d.perform(this));
        } catch (UserException e) {
            problems.add(LessonParser.locate(e, lesson.place(), step.line(), null));
        }
        for (Claim claim : step.claims()) {
            try {
                double value = claim.quantity().value(facts());
                if (!claim.holds(value)) {
                    problems.add(refuse(
                            claim.line(),
                            Message.of("lesson.claim.wrong", claim.stated()),
                            Message.of("lesson.asIs", Double.toString(value)),
                            Message.of("lesson.asIs", claim.stated())));
                }
            } catch (UserException e) {
                problems.add(LessonParser.locate(e, lesson.place(), claim.line(), null));
            }
        }
        checks(step, problems);
    }

    private void checks(LessonStep step, List<UserException> problems) {
        try {
            for (Check check : step.checks()) {
                if (check.isMet(situation())) {
                    problems.add(refuse(
                            step.line(),
                            Message.of("lesson.check.already", step.title()),
                            Message.of("lesson.check.open"),
                            Message.of("lesson.check.met")));
                }
            }
            step.help().forEach(d -> d.perform(this));
            for (Check check : step.checks()) {
                if (!check.isMet(situation())) {
                    problems.add(refuse(
                            step.line(),
                            Message.of("lesson.check.never", step.title()),
                            Message.of("lesson.check.met"),
                            Message.of("lesson.check.open")));
                }
            }
        } catch (UserException e) {
            problems.add(LessonParser.locate(e, lesson.place(), step.line(), null));
        }
    }

    private UserException refuse(int line, Message what, Message expected, Message found) {
        return new UserException(what, new Where(lesson.place().name(), "line " + line), expected, found, null);
    }

    private Check.Situation situation() {
        return new Check.Situation(
                view, selected, project.network(), project.training().encode(), frame, answered, this::facts);
    }

    private TrainingPlan plan() {
        if (project.data() == null) {
            throw new UserException(Message.of("step.problem.noData"));
        }
        if (data == null) {
            data = DataLoader.load(project.data(), folder);
        }
        if (plan == null) {
            plan = TrainingPlan.of(project.network(), LayerRegistry.STANDARD, data, project.training());
        }
        return plan;
    }

    private TrainingSession session() {
        if (session == null) {
            session = new TrainingSession(plan(), project.training().seed());
        }
        return session;
    }

    private Facts facts() {
        if (facts == null) {
            Moment moment = session().moment();
            facts = new Facts(project.network(), plan(), moment, last);
        }
        return facts;
    }

    private void changed(Project next, boolean fresh) {
        project = next;
        facts = null;
        frame = -1;
        if (fresh) {
            plan = null;
            reset();
        }
    }

    @Override
    public void view(String key) {
        view = key;
    }

    @Override
    public void select(String node) {
        if (project.network().node(node).isEmpty()) {
            throw Quantity.missing(node);
        }
        selected = Set.of(node);
    }

    @Override
    public void property(String node, String key, PropValue value) {
        if (project.network().node(node).isEmpty()) {
            throw Quantity.missing(node);
        }
        changed(project.withDesign(Edits.setProperty(node, key, value).change().apply(project.design())), true);
        plan();
    }

    @Override
    public void setting(String path, PropValue value) {
        TrainingSpec next =
                TrainingSpec.decode(Settings.with(project.training().encode(), path, value), new Where("", "training"));
        // as in the window: another learning rate steers the run that there is
        boolean steered = path.equals("optimizer.learningRate") && session != null;
        changed(project.withTraining(next), !steered);
        if (steered && value instanceof PropValue.Real(double rate)) {
            session().learningRate(rate);
        }
    }

    @Override
    public void reset() {
        close();
        session = null;
        last = null;
        facts = null;
        frame = -1;
    }

    @Override
    public void train(int count, boolean epochs) {
        TrainingSession run = session();
        if (epochs) {
            run.epochs(run.epoch() + count);
        }
        for (int done = 0; done < count; ) {
            TrainingSession.Outcome outcome = run.next();
            boolean ended = run.isEpochDone();
            if (ended) {
                last = run.endEpoch();
            }
            done += !epochs || ended ? 1 : 0;
            if (outcome instanceof TrainingSession.Outcome.Diverged(var where)) {
                throw new UserException(where.message());
            }
        }
        facts = null;
        frame = -1;
    }

    @Override
    public void frame(FrameRef wanted) {
        frame = wanted.find(facts().recording()).orElseThrow(() -> new UserException(Message.of("lesson.frame.none")));
    }

    @Override
    public void element(List<Integer> index) {
        int[] dims = frame < 0
                ? new int[0]
                : facts().recording().frame(frame).output().dims();
        boolean inside = dims.length == index.size();
        for (int i = 0; inside && i < dims.length; i++) {
            inside = index.get(i) < dims[i];
        }
        if (!inside) {
            throw new UserException(Message.of("lesson.element.none", index.toString()));
        }
    }

    @Override
    public void exercise(boolean on) {
        // whether results are hidden changes no number
    }

    @Override
    public void answer() {
        answered++;
    }

    @Override
    public void highlight(String what) {
        // controls are the window's
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
