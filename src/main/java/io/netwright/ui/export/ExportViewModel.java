package io.netwright.ui.export;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.data.LoadedData;
import io.netwright.exchange.ExportFormat;
import io.netwright.exchange.ExportOptions;
import io.netwright.exchange.ExportRequest;
import io.netwright.exchange.ExportResult;
import io.netwright.exchange.Exports;
import io.netwright.exchange.onnx.Opset;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is to be exported, and what came of it. Knows no control.
final class ExportViewModel {

    private final Session session;
    private final Training training;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;

    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.ONNX);
    private final IntegerProperty opset = new SimpleIntegerProperty(Opset.DEFAULT.version());
    private final BooleanProperty scaling = new SimpleBooleanProperty(ExportOptions.DEFAULT.scalingInside());
    private final StringProperty file = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final ObjectProperty<@Nullable Message> doing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ExportResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> problem = new SimpleObjectProperty<>();

    ExportViewModel(
            Session session, Training training, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.session = session;
        this.training = training;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        session.projectProperty().addListener((p, was, is) -> {
            result.set(null);
            problem.set(null);
            suggestFile();
        });
        format.addListener((p, was, is) -> suggestFile());
        suggestFile();
    }

    private void suggestFile() {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            String name = open.name().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
            file.set(open.folder()
                    .resolve((name.isEmpty() ? "model" : name) + format.get().extension())
                    .toString());
        }
    }

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    IntegerProperty opsetProperty() {
        return opset;
    }

    BooleanProperty scalingProperty() {
        return scaling;
    }

    StringProperty fileProperty() {
        return file;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    DoubleProperty progressProperty() {
        return progress;
    }

    ObjectProperty<@Nullable Message> doingProperty() {
        return doing;
    }

    ObjectProperty<@Nullable ExportResult> resultProperty() {
        return result;
    }

    /// @return why nothing was exported, in words; holds null where nothing is wrong
    ObjectProperty<@Nullable Message> problemProperty() {
        return problem;
    }

    /// @return whether the network was trained; an untrained one can be exported, but that should be known
    boolean isTrained() {
        return training.isTrained();
    }

    Training training() {
        return training;
    }

    /// Writes the file and has it confirmed.
    void export() {
        OpenProject open = session.projectProperty().get();
        ProjectData data = session.dataProperty().get();
        if (open == null || data == null) {
            problem.set(Message.of("panels.train.noData"));
            return;
        }
        result.set(null);
        problem.set(null);
        Path to;
        try {
            to = Path.of(file.get().strip()).toAbsolutePath();
        } catch (InvalidPathException e) {
            problem.set(Message.of("panels.export.noFile"));
            return;
        }
        if (file.get().isBlank()) {
            problem.set(Message.of("panels.export.noFile"));
            return;
        }
        busy.set(true);
        progress.set(0);
        Network network = session.network();
        ExportFormat as = format.get();
        ExportOptions options = ExportOptions.DEFAULT.withOpset(opset.get()).withScalingInside(scaling.get());
        var _ = training.weights()
                .thenApplyAsync(weights -> run(open.name(), network, data.data(), weights, as, to, options), background)
                .whenCompleteAsync(
                        (done, failure) -> {
                            busy.set(false);
                            doing.set(null);
                            if (failure != null) {
                                failed(failure);
                            } else {
                                result.set(done);
                            }
                        },
                        ui);
    }

    private ExportResult run(
            String name,
            Network network,
            LoadedData data,
            Parameters weights,
            ExportFormat as,
            Path to,
            ExportOptions options) {
        Compilation compiled = new Compiler(session.registry())
                .compile(network, DataSignatures.of(data.prepared()), Compiler.Mode.EVALUATION);
        return new Exports()
                .export(
                        new ExportRequest(name, compiled, weights, data, as, to, options, new LinkedHashMap<>()),
                        (what, part) -> ui.execute(() -> {
                            doing.set(what);
                            progress.set(part);
                        }));
    }

    private void failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UserException said) {
            problem.set(said.what());
        } else {
            problem.set(Message.of("panels.export.defect"));
            failures.accept(cause);
        }
    }
}
