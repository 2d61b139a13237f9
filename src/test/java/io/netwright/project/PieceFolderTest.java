package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.template.Template;
import io.netwright.layer.template.Templates;
import io.netwright.network.Layout;
import io.netwright.network.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceFolderTest {

    @TempDir
    Path home;

    private PieceFolder folder() {
        return new PieceFolder(LayerRegistry.STANDARD, home.resolve("palette"));
    }

    private static Piece piece(String name, int template) {
        Template t = Templates.ALL.get(template);
        Design design = new Design(t.network(), Layout.EMPTY);
        String first = design.network().nodes().firstEntry().getKey();
        return new Piece(name, design.withLayout(l -> l.with(Map.of(first, new Position(16, 32)))));
    }

    @Test
    void whatIsKeptIsFoundAgainByWhoeverLooksNext() {
        Piece mlp = piece("My MLP / v1: \"best\"", 0);
        Piece gpt = piece("一个 GPT", 6);
        folder().save(mlp);
        folder().save(gpt);
        PieceFolder.Found found = folder().load();
        assertEquals(List.of(mlp, gpt), found.pieces());
        assertEquals(List.of(), found.refused());
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertEquals(new PieceFolder.Found(List.of(), List.of()), folder().load());
    }

    @Test
    void aSecondOfTheSameNameTakesThePlaceOfTheFirstAndOneThatIsRemovedIsGone() throws IOException {
        folder().save(piece("p", 0));
        folder().save(piece("p", 1));
        // other characters, the same name of the file
        folder().save(piece("p?", 2));
        folder().save(piece("p!", 3));
        assertEquals(
                List.of(piece("p", 1), piece("p!", 3), piece("p?", 2)),
                folder().load().pieces());
        folder().remove("p?");
        folder().remove("nobody");
        assertEquals(List.of(piece("p", 1), piece("p!", 3)), folder().load().pieces());
        try (Stream<Path> files = Files.list(home.resolve("palette"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void badFilesAreToldAndLeftAloneAndHideNoGoodOne() throws IOException {
        folder().save(piece("good", 0));
        Path palette = home.resolve("palette");
        Files.writeString(palette.resolve("a.json"), "{\"format\": ");
        Files.writeString(palette.resolve("b.json"), "[]");
        Files.write(palette.resolve("c.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(palette.resolve("d.json"), "");
        Files.writeString(palette.resolve("notes.txt"), "not one of them");
        Files.createDirectory(palette.resolve("e.json"));
        PieceFolder.Found found = folder().load();
        assertEquals(List.of(piece("good", 0)), found.pieces());
        assertEquals(4, found.refused().size());
        found.refused().forEach(e -> assertTrue(e.where().file().startsWith(palette.toString())));
        folder().save(piece("more", 1));
        assertEquals(2, folder().load().pieces().size());
        assertTrue(Files.exists(palette.resolve("a.json")));
    }
}
