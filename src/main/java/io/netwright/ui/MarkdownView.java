package io.netwright.ui;

import io.netwright.lesson.LessonText;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Text in Markdown, such as the lesson of a sample project: headings, paragraphs, lists, code and emphasis. Links show
/// as their text, since the program stays offline; HTML is left out. What stands between dollar signs is a formula.
public final class MarkdownView extends VBox {

    private static final double INLINE = 15;
    private static final double DISPLAYED = 19;

    private static final Parser PARSER = Parser.builder().build();

    /// @param markdown in CommonMark
    public MarkdownView(String markdown) {
        getStyleClass().add("nw-markdown");
        set(markdown);
    }

    /// Shows another text.
    public void set(String markdown) {
        getChildren().clear();
        parse(markdown).accept(new Writer(this));
    }

    /// Shows only the beginning of a text: all up to its first paragraph.
    public void setLead(String markdown) {
        getChildren().clear();
        Writer writer = new Writer(this);
        Node block = parse(markdown).getFirstChild();
        boolean paragraph = false;
        while (block != null && !paragraph) {
            block.accept(writer);
            paragraph = block instanceof Paragraph;
            block = block.getNext();
        }
    }

    private static Node parse(String markdown) {
        return PARSER.parse(LessonText.withFormulasAsCode(markdown));
    }

    private static final class Writer extends AbstractVisitor {
        private final Deque<VBox> blocks = new ArrayDeque<>();
        private TextFlow flow = new TextFlow();
        private boolean strong;
        private boolean emphasis;

        Writer(VBox root) {
            blocks.push(root);
        }

        private void block(TextFlow next, String style) {
            flow = next;
            flow.getStyleClass().add(style);
            top().getChildren().add(flow);
        }

        private VBox top() {
            return blocks.element();
        }

        private void text(String text, String style) {
            Text node = new Text(text);
            node.getStyleClass().add(style);
            if (strong) {
                node.getStyleClass().add(Styles.STRONG);
            }
            if (emphasis) {
                node.getStyleClass().add("nw-emphasis");
            }
            flow.getChildren().add(node);
        }

        @Override
        public void visit(Heading heading) {
            block(new TextFlow(), "nw-md-heading");
            strong = true;
            visitChildren(heading);
            strong = false;
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(new TextFlow(), "nw-md-paragraph");
            visitChildren(paragraph);
        }

        @Override
        public void visit(BulletList list) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                item("•", item);
            }
        }

        @Override
        public void visit(OrderedList list) {
            int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                item(number++ + ".", item);
            }
        }

        private void item(String mark, Node item) {
            Label label = new Label(mark);
            label.getStyleClass().add(Styles.MUTED);
            label.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = new VBox();
            content.getStyleClass().add("nw-md-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            top().getChildren().add(new HBox(8, label, content));
            blocks.push(content);
            visitChildren(item);
            blocks.pop();
        }

        @Override
        public void visit(ListItem item) {
            visitChildren(item);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(code.getLiteral());
        }

        /// Code keeps its lines; what is too long for the width is scrolled to.
        private void code(String literal) {
            Label label = new Label(literal.stripTrailing());
            label.getStyleClass().addAll(Styles.MONO, "nw-md-code-text");
            label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            // room for the scroll bar
            label.setPadding(new Insets(0, 0, 8, 0));
            ScrollPane scroll = new ScrollPane(label);
            scroll.getStyleClass().addAll(Styles.BARE_SCROLL, "nw-md-code");
            scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setMinHeight(Region.USE_PREF_SIZE);
            scroll.setMinWidth(0);
            // the wheel belongs to the page around it
            scroll.addEventFilter(ScrollEvent.SCROLL, e -> {
                if (Math.abs(e.getDeltaY()) > Math.abs(e.getDeltaX()) && !e.isShiftDown()) {
                    e.consume();
                    scroll.getParent().fireEvent(e.copyFor(e.getSource(), scroll.getParent()));
                }
            });
            top().getChildren().add(scroll);
        }

        @Override
        public void visit(ThematicBreak rule) {
            Region line = new Region();
            line.getStyleClass().add(Styles.RULE);
            top().getChildren().add(line);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            text(text.getLiteral(), "nw-md-text");
        }

        @Override
        public void visit(Code code) {
            String formula = LessonText.formula(code.getLiteral());
            if (formula.isEmpty()) {
                text(code.getLiteral(), "nw-md-inline-code");
            } else {
                // a formula alone in its paragraph is the matter itself
                boolean alone = code.getPrevious() == null && code.getNext() == null;
                flow.getChildren().add(new Formula(formula, alone ? DISPLAYED : INLINE));
            }
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text(" ", "nw-md-text");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text("\n", "nw-md-text");
        }

        @Override
        public void visit(Emphasis e) {
            emphasis = true;
            visitChildren(e);
            emphasis = false;
        }

        @Override
        public void visit(StrongEmphasis e) {
            strong = true;
            visitChildren(e);
            strong = false;
        }
    }
}
