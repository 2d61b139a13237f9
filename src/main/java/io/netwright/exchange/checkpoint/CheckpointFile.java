package io.netwright.exchange.checkpoint;

import io.netwright.exchange.FileProblem;
import io.netwright.exchange.safetensors.SafeTensorsReader;
import io.netwright.exchange.safetensors.SafeTensorsWriter;
import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.LossHistory;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import io.netwright.train.optimizer.OptimizerState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A moment of a run in one SafeTensors file: weights, all that the optimizer remembers, and the losses are tensors;
/// the place in the run and what the run was begun with are notes in the header. `docs/project-format.md` says it in
/// full.
public final class CheckpointFile {

    private static final String VERSION = "1";
    private static final String WEIGHTS = "weights/";
    private static final String OPTIMIZER = "optimizer/";
    private static final String SEARCH = "search";
    private static final String LOSSES = "losses";

    private CheckpointFile() {}

    /// What a file holds.
    ///
    /// @param moment  the place to go on from
    /// @param history the losses up to there
    public record Saved(Moment moment, LossHistory history) {}

    /// Where in its run a file's moment lies.
    ///
    /// @param step  steps taken
    /// @param epoch epochs completed
    public record Place(long step, int epoch) {}

    /// Replaces `file` as a whole or not at all.
    ///
    /// @param history may have grown beyond the moment
    /// @throws UserException where it cannot be written; an existing one is then as it was
    public static void save(Path file, TrainingPlan plan, Moment moment, LossHistory history) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        moment.parameters().all().forEach((name, t) -> tensors.put(WEIGHTS + name, t));
        moment.optimizer().tensors().forEach((name, t) -> tensors.put(OPTIMIZER + name, t));
        double[] search = moment.optimizer().searchMemory();
        if (search.length > 0) {
            tensors.put(SEARCH, Tensor.of(Precision.FLOAT64, search, search.length));
        }
        int n = (int) Math.min(Math.min(moment.step(), history.steps()), Integer.MAX_VALUE - 8L);
        if (n > 0) {
            double[] losses = new double[n];
            float[] read = new float[n];
            history.read(0, read);
            for (int i = 0; i < n; i++) {
                losses[i] = read[i];
            }
            tensors.put(LOSSES, Tensor.of(Precision.FLOAT32, losses, n));
        }
        Map<String, String> notes = new LinkedHashMap<>(Begun.of(plan));
        notes.put("checkpoint", VERSION);
        notes.put("seed", Long.toString(moment.seed()));
        notes.put("epoch", Integer.toString(moment.epoch()));
        notes.put("batch", Integer.toString(moment.batch()));
        notes.put("step", Long.toString(moment.step()));
        notes.put("rate", Double.toString(moment.rate()));
        notes.put("optimizerSteps", Long.toString(moment.optimizer().steps()));
        notes.put("optimizerRate", Double.toString(moment.optimizer().learningRate()));
        notes.put("judged", ReportText.numbers(moment.judged()));
        notes.put(
                "reports",
                ReportText.of(history.epochs(0).stream()
                        .filter(r -> r.step() <= moment.step())
                        .toList()));
        SafeTensorsWriter.write(file, tensors, notes);
    }

    /// Reads a moment to go on from.
    ///
    /// @param plan of the run that is to go on
    /// @throws UserException where it cannot be read, is no checkpoint, or is one of another network, other data or
    ///     settings that decide about the batches
    public static Saved load(Path file, TrainingPlan plan) {
        try (var reader = SafeTensorsReader.open(file)) {
            Notes notes = new Notes(file, reader.metadata());
            notes.require("checkpoint", VERSION);
            Begun.of(plan).forEach(notes::require);
            Parameters parameters =
                    Parameters.initial(plan.training(), plan.spec().precision(), 0);
            parameters.all().forEach((name, t) -> read(reader, file, WEIGHTS + name, t));
            OptimizerState optimizer = new OptimizerState(plan.spec().update(), parameters);
            Map<String, Tensor> remembered = new LinkedHashMap<>();
            optimizer.tensors().forEach((name, t) -> {
                Tensor own = Tensor.zeros(t.precision(), t.dims());
                read(reader, file, OPTIMIZER + name, own);
                remembered.put(name, own);
            });
            optimizer.restore(notes.integer("optimizerSteps"), notes.number("optimizerRate"), remembered);
            recall(reader, file, optimizer);
            Moment moment = new Moment(
                    parameters,
                    optimizer,
                    notes.integer("seed"),
                    (int) notes.integer("epoch"),
                    (int) notes.integer("batch"),
                    notes.integer("step"),
                    notes.number("rate"),
                    notes.numbers("judged"));
            return new Saved(moment, LossHistory.of(losses(reader), ReportText.parse(notes, "reports")));
        }
    }

    /// @return where a file's moment lies in its run, from its header alone
    /// @throws UserException where it cannot be read or is no checkpoint
    public static Place place(Path file) {
        try (var reader = SafeTensorsReader.open(file)) {
            Notes notes = new Notes(file, reader.metadata());
            notes.require("checkpoint", VERSION);
            return new Place(notes.integer("step"), (int) notes.integer("epoch"));
        }
    }

    private static void recall(SafeTensorsReader reader, Path file, OptimizerState optimizer) {
        if (reader.tensors().containsKey(SEARCH)) {
            try {
                optimizer.recallSearch(reader.values(SEARCH));
            } catch (IllegalArgumentException e) {
                throw misfit(file, SEARCH, String.valueOf(e.getMessage()));
            }
        }
    }

    private static float[] losses(SafeTensorsReader reader) {
        double[] read = reader.tensors().containsKey(LOSSES) ? reader.values(LOSSES) : new double[0];
        float[] losses = new float[read.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (float) read[i];
        }
        return losses;
    }

    private static void read(SafeTensorsReader reader, Path file, String name, Tensor into) {
        if (!reader.tensors().containsKey(name)) {
            throw misfit(file, name, "");
        }
        if (reader.info(name).size() != into.size()) {
            throw misfit(file, name, reader.info(name).shapeText());
        }
        reader.read(name, into);
    }

    private static UserException misfit(Path file, String name, String found) {
        return new UserException(
                Message.of("exchange.checkpoint.misfit", name),
                new Where(file.toString(), name),
                Message.of("exchange.checkpoint.own"),
                found.isEmpty() ? FileProblem.nothing() : FileProblem.asIs(found),
                null);
    }
}
