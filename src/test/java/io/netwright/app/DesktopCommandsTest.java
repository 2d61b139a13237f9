package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.cli.Console;
import io.netwright.cli.Exit;
import io.netwright.cli.NetwrightCommand;
import io.netwright.text.Messages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.testfx.api.FxToolkit;
import org.w3c.dom.NodeList;

/// `render`, `screenshot` and, where there is no display, `open`: what they write is read back by other means than it
/// was written with.
class DesktopCommandsTest {

    // the tokens of the style guide, and the colours of two families
    private static final int LIGHT_PANEL = 0xffffff;
    private static final int DARK_PANEL = 0x161a21;
    private static final int LIGHT_CANVAS = 0xf5f6f8;
    private static final int DARK_CANVAS = 0x0f1217;
    private static final int DENSE = 0x3b82f6;
    private static final int ACTIVATION = 0x22a765;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path project;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void makeAProject() {
        project = folder.resolve("iris");
        assertEquals(Exit.OK, run("new", project.toString(), "--from", "iris"), this::said);
    }

    @Test
    void renderDrawsTheCanvasInTheColoursOfItsTheme() throws Exception {
        Set<Integer> light = colours(picture("render", "canvas.png"));
        assertTrue(light.containsAll(Set.of(LIGHT_CANVAS, LIGHT_PANEL, DENSE, ACTIVATION)));
        Set<Integer> dark = colours(picture("render", "dark.png", "--theme", "dark"));
        assertTrue(dark.containsAll(Set.of(DARK_CANVAS, DARK_PANEL, DENSE, ACTIVATION)));
        assertFalse(dark.contains(LIGHT_CANVAS));
    }

    @Test
    void renderWritesTheSameAsTextAndLines() throws Exception {
        Path svg = folder.resolve("canvas.svg");
        assertEquals(Exit.OK, run("render", project.toString(), "--out", svg.toString()), this::said);
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        // 4 lengths, 16 hidden units, 3 species
        assertTrue(
                texts.containsAll(List.of("dense1", "relu1", "dense2", "CrossEntropy", "4", "16", "3")),
                texts::toString);
    }

    @Test
    void renderWritesAPageForAPaper() throws Exception {
        Path pdf = folder.resolve("canvas.pdf");
        assertEquals(Exit.OK, run("render", project.toString(), "--out", pdf.toString()), this::said);
        try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
            assertEquals(1, reader.getNumberOfPages());
            assertEquals("Iris", reader.getInfo().get("Title"));
            String text = new PdfTextExtractor(reader).getTextFromPage(1);
            for (String word : List.of("dense1", "relu1", "dense2", "CrossEntropy", "16")) {
                assertTrue(text.contains(word), () -> word + " in " + text);
            }
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        Path file = folder.resolve("canvas.gif");
        assertEquals(Exit.INVALID, run("render", project.toString(), "--out", file.toString()));
        assertFalse(Files.exists(file));
        for (String[] wrong : new String[][] {{"--view", "nonsense"}, {"--theme", "pink"}, {"--size", "12"}}) {
            Path shot = folder.resolve("shot.png");
            assertEquals(
                    Exit.INVALID,
                    run("screenshot", project.toString(), wrong[0], wrong[1], "--out", shot.toString()),
                    wrong[1]);
            assertTrue(said().contains(wrong[1]), this::said);
            assertFalse(Files.exists(shot));
        }
    }

    @Test
    void everyViewIsAPictureOfItsOwn() throws Exception {
        Map<Integer, String> seen = new java.util.HashMap<>();
        for (String view : List.of("design", "data", "train", "step", "evaluate", "export")) {
            BufferedImage image = picture("screenshot", view + ".png", "--view", view, "--size", "1100x700");
            assertEquals(1100, image.getWidth());
            assertEquals(700, image.getHeight());
            assertTrue(colours(image).size() > 50, view);
            String same = seen.put(java.util.Arrays.hashCode(pixels(image)), view);
            assertEquals(null, same, () -> view + " looks like " + same);
        }
    }

    @Test
    void anyFrameOfAStepIsAPicture() throws Exception {
        BufferedImage first = picture("screenshot", "first.png", "--view", "step", "--frame", "1");
        BufferedImage second = picture("screenshot", "second.png", "--view", "step", "--frame", "2");
        assertNotEquals(java.util.Arrays.hashCode(pixels(first)), java.util.Arrays.hashCode(pixels(second)));
        Path none = folder.resolve("none.png");
        for (String frame : List.of("0", "4000")) {
            assertEquals(
                    Exit.INVALID,
                    run(
                            "screenshot",
                            project.toString(),
                            "--view",
                            "step",
                            "--frame",
                            frame,
                            "--out",
                            none.toString()));
            assertTrue(said().contains("--frame"), this::said);
        }
        assertFalse(Files.exists(none));
    }

    @Test
    void themeLanguageAndSizeAreAsAskedFor() throws Exception {
        BufferedImage light = picture("screenshot", "light.png", "--size", "1000x640");
        // the middle of the top bar, where nothing stands
        assertEquals(LIGHT_PANEL, light.getRGB(250, 4) & 0xffffff);
        BufferedImage dark = picture("screenshot", "dark.png", "--theme", "dark", "--size", "1200x700");
        assertEquals(1200, dark.getWidth());
        assertEquals(700, dark.getHeight());
        assertEquals(DARK_PANEL, dark.getRGB(250, 4) & 0xffffff);
        BufferedImage chinese = picture("screenshot", "zh.png", "--language", "zh", "--size", "1000x640");
        assertNotEquals(
                java.util.Arrays.hashCode(pixels(light)), java.util.Arrays.hashCode(pixels(chinese)), "other words");
        assertEquals(
                java.util.Arrays.hashCode(pixels(light)),
                java.util.Arrays.hashCode(pixels(picture("screenshot", "again.png", "--size", "1000x640"))),
                "the same is drawn again");
    }

    @Test
    void withoutADisplayOpeningIsATourThatLeavesTheProjectAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(project.resolve("project.json"));
        assertEquals(Exit.OK, run("open", project.toString()), this::said);
        List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(1, lines.stream().filter(l -> l.startsWith("No display")).count(), this::said);
        String last = lines.getLast();
        assertTrue(last.startsWith("The tour of \"Iris\" is in "), last);
        Path made = Path.of(last.substring("The tour of \"Iris\" is in ".length()));
        for (String name : List.of("canvas.png", "design.png", "train.png", "step.png")) {
            assertTrue(colours(ImageIO.read(made.resolve(name).toFile())).size() > 20, name);
        }
        for (String name : List.of("canvas.svg", "model.onnx", "weights.safetensors")) {
            assertTrue(Files.size(made.resolve(name)) > 100, name);
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(project.resolve("project.json")));
        assertFalse(Files.exists(project.resolve("weights.safetensors")));
    }

    private BufferedImage picture(String command, String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        List<String> args = new ArrayList<>(List.of(command, project.toString(), "--out", file.toString()));
        args.addAll(List.of(options));
        assertEquals(Exit.OK, run(args.toArray(String[]::new)), this::said);
        return ImageIO.read(file.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int argb : pixels(image)) {
            seen.add(argb & 0xffffff);
        }
        return seen;
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.in(Locale.ENGLISH));
        return NetwrightCommand.run(console, new WindowDesktop(console), args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }
}
