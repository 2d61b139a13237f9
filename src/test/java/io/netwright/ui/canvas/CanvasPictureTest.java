package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.ui.Theme;
import io.netwright.ui.canvas.drawing.Designs;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.Svg;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CanvasPictureTest {

    private static final Design DESIGN = Designs.unplaced(Designs.lenetWithSkip());

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static CanvasPicture picture(Theme.Mode mode) {
        return new CanvasPicture(LayerRegistry.STANDARD, Locale.ENGLISH, mode);
    }

    private static Document svg(Design design, Theme.Mode mode) throws Exception {
        var out = new ByteArrayOutputStream();
        picture(mode).writeSvg(design, Designs.compile(design), "a picture", out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> texts(Document svg) {
        NodeList found = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void theSvgHasACardForEachNodeALineForEachWireAndItsWordsAsText() throws Exception {
        Document svg = svg(DESIGN, Theme.Mode.LIGHT);
        assertEquals(15, svg.getElementsByTagName("g").getLength());
        List<String> texts = texts(svg);
        assertTrue(
                texts.containsAll(List.of("Conv2d", "conv1", "6 · 5×5 · same", "6×28×28", "CrossEntropy")),
                () -> "" + texts);
        assertTrue(texts.stream().anyMatch(t -> t.startsWith("The inputs differ")), () -> "" + texts);
        NodeList paths = svg.getElementsByTagName("path");
        int lines = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            lines += ((Element) paths.item(i)).getAttribute("d").endsWith("Z") ? 0 : 1;
        }
        assertEquals(DESIGN.network().wires().size(), lines);
        assertEquals(0, svg.getElementsByTagName("image").getLength());
    }

    @Test
    void themesDifferInColoursOnly() throws Exception {
        Document light = svg(DESIGN, Theme.Mode.LIGHT);
        Document dark = svg(DESIGN, Theme.Mode.DARK);
        assertEquals(texts(light), texts(dark));
        assertEquals("#f5f6f8", ((Element) light.getElementsByTagName("rect").item(1)).getAttribute("fill"));
        assertEquals("#0f1217", ((Element) dark.getElementsByTagName("rect").item(1)).getAttribute("fill"));
    }

    @Test
    void whateverANodeIsCalledTheSvgCanBeRead() throws Exception {
        String name = "<b> & \"x\" ]]> \u0001 卷积";
        Network network = new Network(List.of(Node.of(name, "Dense")), List.of());
        List<String> texts = texts(svg(Designs.unplaced(network), Theme.Mode.LIGHT));
        assertTrue(texts.stream().anyMatch(t -> t.startsWith("<b> & \"x\"")), () -> "" + texts);
    }

    @Test
    void thePngShowsEachCardWhereTheDrawingHasIt() {
        Drawing drawing = Designs.draw(DESIGN);
        Rect area = Svg.area(drawing);
        for (Theme.Mode mode : Theme.Mode.values()) {
            Image image = WaitForAsyncUtils.waitForAsyncFx(
                    20_000, () -> picture(mode).image(DESIGN, Designs.compile(DESIGN), 2));
            assertEquals(area.width() * 2, image.getWidth(), 1);
            assertEquals(area.height() * 2, image.getHeight(), 1);
            Color panel = Color.web(mode == Theme.Mode.LIGHT ? "#ffffff" : "#161a21");
            Color canvas = Color.web(mode == Theme.Mode.LIGHT ? "#f5f6f8" : "#0f1217");
            drawing.cards().values().forEach(card -> {
                int x = (int) ((card.bounds().x() - area.x() + 60) * 2);
                int top = (int) ((card.bounds().y() - area.y()) * 2);
                assertEquals(panel, image.getPixelReader().getColor(x, top + 6), card.name());
                assertNotEquals(panel, image.getPixelReader().getColor(x, top - 4), card.name());
            });
            assertEquals(canvas, image.getPixelReader().getColor(9, 9));
        }
    }

    @Test
    void anEmptyNetworkIsAnEmptyPicture() throws Exception {
        Document svg = svg(Design.EMPTY, Theme.Mode.LIGHT);
        assertEquals(List.of(), texts(svg));
        Image image = WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> picture(Theme.Mode.LIGHT).image(Design.EMPTY, null, 1));
        assertNotEquals(0, image.getWidth());
    }
}
