package io.netwright.ui.canvas.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/// Writes drawings as a page of the Portable Document Format (PDF 1.5) of the drawing's size, a canvas pixel a point:
/// all of it vectors, text as text, the faces embedded as far as they are used. The canvas's dots are left out, since a
/// paper wants none.
public final class Pdf implements Pen {

    private static final Map<Face, String> FILES = Map.of(
            Face.REGULAR, "Inter-Regular.otf",
            Face.STRONG, "Inter-SemiBold.otf",
            Face.MONO, "JetBrainsMono-Regular.ttf");

    /// Has what the others lack.
    private static final String CHINESE = "NotoSansCJKsc-Regular-GB2312.otf";

    private final PdfContentByte page;
    private final Map<Face, BaseFont> faces = new EnumMap<>(Face.class);
    private @Nullable BaseFont chinese;

    private Pdf(PdfContentByte page) {
        this.page = page;
    }

    /// @param title what the document says it is
    /// @param out   is left open
    public static void write(Drawing drawing, Tokens tokens, String title, OutputStream out) throws IOException {
        Rect area = Painter.area(drawing);
        try (Document document = new Document(new Rectangle((float) area.width(), (float) area.height()))) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            document.addTitle(title);
            document.addCreator("Netwright");
            document.open();
            PdfContentByte page = writer.getDirectContent();
            // the canvas counts downwards, a page upwards
            page.concatCTM(1, 0, 0, -1, (float) -area.x(), (float) area.bottom());
            Pdf pen = new Pdf(page);
            pen.loadFaces();
            pen.rect(area, 0, tokens.colour("canvas"), null);
            new Painter(tokens, pen).paint(drawing);
        }
    }

    private void loadFaces() throws IOException {
        for (var face : FILES.entrySet()) {
            faces.put(face.getKey(), font(face.getValue()));
        }
    }

    private static BaseFont font(String file) throws IOException {
        try (InputStream in = Pdf.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IOException("missing /fonts/" + file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
        }
    }

    @Override
    public void begin(String spoken) {
        page.saveState();
    }

    @Override
    public void end() {
        page.restoreState();
    }

    @Override
    public void rect(Rect r, double radius, String fill, @Nullable String stroke) {
        // a frame lies within the rectangle, as on the screen
        Rect b = stroke == null ? r : r.grow(-0.5);
        fill(fill);
        page.roundRectangle((float) b.x(), (float) b.y(), (float) b.width(), (float) b.height(), (float) radius);
        if (stroke == null) {
            page.fill();
        } else {
            stroke(stroke, 1);
            page.fillStroke();
        }
    }

    @Override
    public void line(List<Route.Piece> pieces, boolean closed, String stroke, double width) {
        stroke(stroke, width);
        page.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        page.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        Point from = new Point(0, 0);
        for (Route.Piece piece : pieces) {
            switch (piece) {
                case Route.Piece.Move(Point to) -> page.moveTo((float) to.x(), (float) to.y());
                case Route.Piece.Line(Point to) -> page.lineTo((float) to.x(), (float) to.y());
                case Route.Piece.Curve(Point control, Point to) -> curve(from, control, to);
            }
            from = switch (piece) {
                case Route.Piece.Move(Point to) -> to;
                case Route.Piece.Line(Point to) -> to;
                case Route.Piece.Curve(Point _, Point to) -> to;
            };
        }
        if (closed) {
            page.closePathStroke();
        } else {
            page.stroke();
        }
    }

    // a page knows bends with two control points only
    private void curve(Point from, Point control, Point to) {
        page.curveTo(
                (float) (from.x() + (control.x() - from.x()) * 2 / 3),
                (float) (from.y() + (control.y() - from.y()) * 2 / 3),
                (float) (to.x() + (control.x() - to.x()) * 2 / 3),
                (float) (to.y() + (control.y() - to.y()) * 2 / 3),
                (float) to.x(),
                (float) to.y());
    }

    @Override
    public void circle(Point centre, double radius, String fill, String stroke) {
        fill(fill);
        stroke(stroke, 1.5);
        page.circle((float) centre.x(), (float) centre.y(), (float) radius);
        page.fillStroke();
    }

    @Override
    public void text(Point at, Anchor anchor, Face face, double size, String colour, String words) {
        BaseFont font = fontFor(face, words);
        float width = font.getWidthPoint(words, (float) size);
        double x =
                switch (anchor) {
                    case START -> at.x();
                    case MIDDLE -> at.x() - width / 2;
                    case END -> at.x() - width;
                };
        fill(colour);
        page.beginText();
        page.setFontAndSize(font, (float) size);
        page.setTextMatrix(1, 0, 0, -1, (float) x, (float) at.y());
        page.showText(words);
        page.endText();
    }

    private BaseFont fontFor(Face face, String words) {
        BaseFont font = Objects.requireNonNull(faces.get(face));
        if (words.codePoints().allMatch(font::charExists)) {
            return font;
        }
        if (chinese == null) {
            try {
                chinese = font(CHINESE);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return chinese;
    }

    private void fill(String colour) {
        page.setRGBColorFill(part(colour, 1), part(colour, 3), part(colour, 5));
    }

    private void stroke(String colour, double width) {
        page.setRGBColorStroke(part(colour, 1), part(colour, 3), part(colour, 5));
        page.setLineWidth((float) width);
    }

    private static int part(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }
}
