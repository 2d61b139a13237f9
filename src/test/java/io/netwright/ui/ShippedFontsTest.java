package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The fonts in `assets/fonts`: what they are called for JavaFX, and that they have the characters they are there for.
class ShippedFontsTest {

    private static final String LATIN = "Netwright 0123456789 ×→≤≥≈−… äöüß éèç";
    private static final String GREEK = "αβγδεηθλμσφψωΓΔΘΛΣΦΨΩ∂";
    private static final String FORMULA = GREEK + "∇∑∏∫√∞≈≠≤≥×·→₀₁₂₉⁰¹²⁹⁻ℓ";
    private static final String CHINESE = "神经网络：卷积、池化、归一化，训练与梯度（学习率）。「损失函数」反向传播";

    record Face(String file, String family, String style, String text) {}

    static List<Face> faces() {
        return List.of(
                new Face("Inter-Regular.otf", "Inter", "Regular", LATIN),
                new Face("Inter-Italic.otf", "Inter", "Italic", LATIN),
                new Face("Inter-Medium.otf", "Inter Medium", "Regular", LATIN),
                new Face("Inter-SemiBold.otf", "Inter Semi Bold", "Regular", LATIN),
                new Face("Inter-Bold.otf", "Inter", "Bold", LATIN),
                new Face("JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular", LATIN),
                new Face("JetBrainsMono-Medium.ttf", "JetBrains Mono Medium", "Regular", LATIN),
                new Face("JetBrainsMono-Bold.ttf", "JetBrains Mono", "Bold", LATIN),
                new Face("LinLibertine_R.otf", "Linux Libertine O", "Regular", FORMULA),
                new Face("LinLibertine_RI.otf", "Linux Libertine O", "Italic", FORMULA),
                new Face("LinLibertine_RB.otf", "Linux Libertine O", "Bold", FORMULA),
                new Face("STIXMath-Regular.otf", "STIX Math", "Regular", "⊙⊗⊤⌊⌋⌈⌉‖∈ℝ𝑥𝛼"),
                new Face("NotoSansCJKsc-Regular-GB2312.otf", "Noto Sans CJK SC", "Regular", CHINESE + "Netwright 0123"),
                new Face("NotoSansCJKsc-Bold-GB2312.otf", "Noto Sans CJK SC", "Bold", CHINESE + "Netwright 0123"));
    }

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyFileIsListedHere() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/fonts"))) {
            assertEquals(
                    new TreeSet<>(faces().stream().map(Face::file).toList()),
                    new TreeSet<>(files.map(f -> f.getFileName().toString())
                            .filter(name -> name.endsWith(".otf") || name.endsWith(".ttf"))
                            .toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void loadsInJavaFxUnderItsName(Face face) throws IOException {
        Font font = load(face);
        assertEquals(
                Map.of("family", face.family, "style", face.style),
                Map.of("family", font.getFamily(), "style", font.getStyle()));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void hasTheCharactersItIsThereFor(Face face) throws Exception {
        // AWT tells what is in the file itself; JavaFX would silently take what is missing from another font.
        try (InputStream in = open(face)) {
            java.awt.Font font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in);
            List<String> missing = face.text
                    .codePoints()
                    .filter(c -> !font.canDisplay(c))
                    .mapToObj(Character::toString)
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void drawsInk(Face face) throws Exception {
        Font font = load(face);
        face.text.codePoints().filter(c -> c != ' ').forEach(c -> {
            String character = Character.toString(c);
            int ink = ink(onFxThread(() -> draw(character, font)));
            assertTrue(ink > 4, () -> character + " leaves " + ink + " dark pixels");
        });
    }

    private static WritableImage draw(String character, Font font) {
        Text text = new Text(10, 50, character);
        text.setFont(font);
        return new Scene(new Group(text), 80, 80, Color.WHITE).snapshot(null);
    }

    private static int ink(WritableImage image) {
        PixelReader pixels = image.getPixelReader();
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixels.getColor(x, y).getBrightness() < 0.5) {
                    ink++;
                }
            }
        }
        return ink;
    }

    private static <T> T onFxThread(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private static Font load(Face face) throws IOException {
        try (InputStream in = open(face)) {
            Font font = Font.loadFont(in, 40);
            assertNotNull(font, () -> "JavaFX cannot read " + face.file);
            return font;
        }
    }

    private static InputStream open(Face face) {
        InputStream in = ShippedFontsTest.class.getResourceAsStream("/fonts/" + face.file);
        assertNotNull(in, () -> "not among the resources: " + face.file);
        return in;
    }
}
