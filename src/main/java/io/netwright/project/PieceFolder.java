package io.netwright.project;

import io.netwright.exchange.AtomicFile;
import io.netwright.exchange.FileProblem;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.json.JsonFile;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of pieces, each a file of its own that is written like a project without data and training. So pieces are
/// handed on by copying files, and old ones are migrated as projects are.
public final class PieceFolder {

    private static final String END = ".json";
    private static final int LONGEST = 60;

    private final ProjectFile files;
    private final Path folder;

    /// What a folder holds.
    ///
    /// @param pieces  by name
    /// @param refused why other files in it are none; they are left alone
    public record Found(List<Piece> pieces, List<UserException> refused) {}

    /// @param folder need not be there yet
    public PieceFolder(LayerRegistry layers, Path folder) {
        this.files = new ProjectFile(layers);
        this.folder = folder;
    }

    /// Reads everything. A file that makes no sense keeps none of the others from being found.
    public Found load() {
        List<UserException> refused = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>(read(refused).values());
        pieces.sort(Comparator.comparing(Piece::name));
        return new Found(List.copyOf(pieces), List.copyOf(refused));
    }

    /// Writes a piece, in place of one of the same name.
    ///
    /// @throws UserException where that cannot be written
    public void save(Piece piece) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileProblem.writing(folder, e);
        }
        byte[] bytes = files.bytes(Project.empty(piece.name()).withDesign(piece.design()));
        AtomicFile.write(fileOf(piece.name()).orElseGet(() -> free(piece.name())), out -> out.write(bytes));
    }

    /// Deletes the piece of that name; does nothing where there is none.
    ///
    /// @throws UserException where that cannot be done
    public void remove(String name) {
        fileOf(name).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw FileProblem.writing(file, e);
            }
        });
    }

    private Optional<Path> fileOf(String name) {
        return read(new ArrayList<>()).entrySet().stream()
                .filter(e -> e.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    // of two files with the same name, the first counts
    private Map<Path, Piece> read(List<UserException> refused) {
        Map<Path, Piece> found = new LinkedHashMap<>();
        for (Path file : list(refused)) {
            try {
                Project read = files.parse(JsonFile.read(file));
                if (found.values().stream().noneMatch(p -> p.name().equals(read.name()))) {
                    found.put(file, new Piece(read.name(), read.design()));
                }
            } catch (UserException e) {
                refused.add(e);
            }
        }
        return found;
    }

    private List<Path> list(List<UserException> refused) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(END) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            refused.add(FileProblem.reading(folder, e));
            return List.of();
        }
    }

    // a name can hold what no file's name may
    private Path free(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        String stem = plain.substring(0, Math.min(LONGEST, plain.length()));
        Path file = folder.resolve(stem + END);
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(stem + "-" + n + END);
        }
        return file;
    }
}
