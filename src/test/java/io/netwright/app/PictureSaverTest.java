package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.ui.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

class PictureSaverTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, iris(1));
    }

    @BeforeEach
    void waitUntilOpen() {
        untilOpen();
    }

    private void save(Path file) {
        fx(() -> {
            Saving saving = new Saving(desk.session(), words, desk.notices(), background);
            new PictureSaver(desk.session(), new Theme(Theme.Mode.DARK, words), words, saving).save(file);
            return true;
        });
    }

    private boolean says(String part) {
        return desk.notices().lookupAll(".label").stream()
                .map(Node.class::cast)
                .filter(Labeled.class::isInstance)
                .anyMatch(label -> ((Labeled) label).getText().contains(part));
    }

    @Test
    void theNetworkLeavesAsEachKindOfPicture() throws IOException {
        for (String kind : new String[] {"png", "svg", "pdf"}) {
            Path file = folder.resolve("network." + kind);
            save(file);
            until("a notice names the " + kind, () -> says("network." + kind));
            byte[] bytes = Files.readAllBytes(file);
            String begin = new String(bytes, 0, 5, StandardCharsets.ISO_8859_1);
            assertTrue(
                    begin.startsWith(kind.equals("png") ? "\u0089PNG" : kind.equals("svg") ? "<?xml" : "%PDF-"), begin);
        }
    }

    @Test
    void anotherKindIsRefusedInWords() {
        Path file = folder.resolve("network.gif");
        save(file);
        until("a notice says why", () -> says(".png, .svg"));
        assertFalse(Files.exists(file));
    }
}
