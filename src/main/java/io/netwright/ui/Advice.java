package io.netwright.ui;

import io.netwright.advice.Repairs;
import io.netwright.advice.Repairs.Tried;
import io.netwright.compile.Compilation;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Ways out of the open network's problems, worked out in the background, and the one that someone is looking at before
/// taking it. Used on the JavaFX thread.
public final class Advice {

    private final Session session;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable Tried> preview = new ReadOnlyObjectWrapper<>();

    Advice(Session session, Executor background, Executor ui) {
        this.session = session;
        this.background = background;
        this.ui = ui;
        session.designProperty().subscribe(d -> preview.set(null));
    }

    /// Works out what helps.
    ///
    /// @param then gets the ways out, the best first; is not called where the network has changed meanwhile
    public void repairs(Diagnostic diagnostic, Consumer<List<Tried>> then) {
        Design design = session.designProperty().get();
        Compilation compilation = session.compilation();
        DataSignature data = session.signature();
        if (compilation.network() != design.network()) {
            return;
        }
        background.execute(() -> {
            if (isStale(design)) {
                return;
            }
            List<Tried> found = new Repairs(session.registry(), design, compilation, data).of(diagnostic);
            ui.execute(() -> {
                if (!isStale(design)) {
                    then.accept(found);
                }
            });
        });
    }

    private boolean isStale(Design design) {
        return session.designProperty().get().network() != design.network();
    }

    /// @return the way out that is looked at; holds null where none is
    public ReadOnlyObjectProperty<@Nullable Tried> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Shows what a way out would make of the network, without taking it; null shows the network as it is.
    public void preview(@Nullable Tried tried) {
        preview.set(tried);
    }

    /// Takes a way out, as one entry of the history.
    public void take(Tried tried) {
        preview.set(null);
        session.editor().applyToDocument(tried.repair().edit());
    }
}
