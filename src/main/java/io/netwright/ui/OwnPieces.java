package io.netwright.ui;

import io.netwright.edit.Design;
import io.netwright.project.Piece;
import io.netwright.project.PieceFolder;
import io.netwright.text.UserException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pieces that a person keeps, in the palette and on disk. Used on the JavaFX thread.
public final class OwnPieces {

    private final @Nullable PieceFolder folder;
    private final Consumer<Throwable> failures;
    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();

    /// Kept here, since it hears of changes only for as long as somebody holds it.
    private final ObservableList<Piece> readable = FXCollections.unmodifiableObservableList(pieces);

    /// @param folder   where they are kept; null for as long as the program runs
    /// @param failures hears of what cannot be read or written
    public OwnPieces(@Nullable PieceFolder folder, Consumer<Throwable> failures) {
        this.folder = folder;
        this.failures = failures;
    }

    /// Reads what is kept.
    ///
    /// @param ui the way back to the JavaFX thread
    public void load(Executor background, Executor ui) {
        PieceFolder from = folder;
        if (from != null) {
            background.execute(() -> {
                PieceFolder.Found found = from.load();
                ui.execute(() -> {
                    pieces.setAll(found.pieces());
                    found.refused().forEach(failures);
                });
            });
        }
    }

    /// @return by name
    public ObservableList<Piece> all() {
        return readable;
    }

    /// Keeps part of a network.
    ///
    /// @param wanted what it is to be called; where that is taken, a number follows
    /// @return what it is called
    public String keep(String wanted, Design design) {
        String name = wanted;
        for (int n = 2; isTaken(name); n++) {
            name = wanted + " " + n;
        }
        Piece piece = new Piece(name, design);
        written(f -> f.save(piece));
        put(piece);
        return name;
    }

    /// Calls a piece something else; does nothing where the name is blank or taken.
    public void rename(Piece piece, String name) {
        String next = name.strip();
        if (next.isEmpty() || isTaken(next) || !pieces.remove(piece)) {
            return;
        }
        Piece renamed = new Piece(next, piece.design());
        written(f -> {
            f.save(renamed);
            f.remove(piece.name());
        });
        put(renamed);
    }

    public void remove(Piece piece) {
        pieces.remove(piece);
        written(f -> f.remove(piece.name()));
    }

    private boolean isTaken(String name) {
        return pieces.stream().anyMatch(p -> p.name().equals(name));
    }

    private void put(Piece piece) {
        List<String> names = pieces.stream().map(Piece::name).toList();
        int at = (int) names.stream()
                .filter(n -> Comparator.<String>naturalOrder().compare(n, piece.name()) < 0)
                .count();
        pieces.add(at, piece);
    }

    private void written(Consumer<PieceFolder> work) {
        if (folder != null) {
            try {
                work.accept(folder);
            } catch (UserException e) {
                failures.accept(e);
            }
        }
    }
}
