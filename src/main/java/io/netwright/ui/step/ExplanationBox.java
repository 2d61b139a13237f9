package io.netwright.ui.step;

import io.netwright.op.explain.Expr;
import io.netwright.step.ExprText;
import io.netwright.step.ExprText.Token;
import io.netwright.step.Frame;
import io.netwright.step.NumberText;
import io.netwright.step.ParameterFrame;
import io.netwright.step.Terms;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// How one element came about: the products that were added up, with numbers and with names, and the result.
final class ExplanationBox extends VBox {

    /// How many terms of a sum are written out.
    private static final int TERMS = 6;
    /// An expression of more elements than this has shorter numbers.
    private static final int SHORT = 8;

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Words words;
    private final Label chip = Icons.label("nw-step-element", Styles.MONO);
    private final TextFlow numbers = new TextFlow();
    private final TextFlow names = new TextFlow();
    private final Label rest = Icons.label(Styles.FAINT, Styles.SMALL);
    private final Label one = Icons.label(Styles.SMALL, Styles.MONO, "nw-step-term");
    private final Consumer<Expr.@Nullable Ref> pointAt;

    /// @param pointAt hears which element the mouse is on; null when it leaves
    ExplanationBox(Words words, Consumer<Expr.@Nullable Ref> pointAt) {
        super(6);
        this.words = words;
        this.pointAt = pointAt;
        setId("step-explanation");
        getStyleClass().add("nw-step-explanation");
        numbers.setId("step-explanation-numbers");
        names.setId("step-explanation-names");
        names.getStyleClass().add("nw-step-names");
        chip.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        HBox line = new HBox(12, chip, numbers);
        line.setAlignment(Pos.BASELINE_LEFT);
        one.setId("step-term");
        one.setWrapText(true);
        getChildren().addAll(line, names, rest, one);
    }

    /// Shows how the element at `index` of the frame's output came about.
    ///
    /// @param term the term of its sum to look at; [Position#ALL] for none in particular
    /// @return the elements that it was made of, or that the term was
    List<Expr.Ref> show(Frame frame, int[] index, int term) {
        Expr e = frame.explain(index);
        if (index.length == 0) {
            words.bind(chip, "step.element.only");
        } else {
            words.bind(
                    chip, "step.element", bracketed(Arrays.stream(index).boxed().toList()));
        }
        Expr told = frame instanceof ParameterFrame p ? p.lastStep(index) : e;
        List<Expr.Ref> refs = e.refs().toList();
        List<Token> withNumbers = ExprText.numbers(told, TERMS, refs.size() > SHORT ? 4 : NumberText.DIGITS);
        fill(numbers, withNumbers, " = ", NumberText.of(frame.output().at(index)));
        List<Token> withNames = ExprText.names(told, frame::called, TERMS);
        fill(names, withNames, "", "");
        int left = withNumbers.stream().mapToInt(Token::rest).max().orElse(0);
        rest.setVisible(left > 0);
        rest.setManaged(left > 0);
        words.bind(rest, "step.rest", left);
        return term == Position.ALL ? showNoTerm(refs) : showTerm(Terms.of(e), term);
    }

    private List<Expr.Ref> showNoTerm(List<Expr.Ref> refs) {
        one.setVisible(false);
        one.setManaged(false);
        return refs;
    }

    private List<Expr.Ref> showTerm(List<Expr> terms, int which) {
        int term = Math.min(which, terms.size() - 1);
        double before = new Expr.Sum(terms.subList(0, term)).value();
        double own = terms.get(term).value();
        one.setVisible(true);
        one.setManaged(true);
        words.bind(
                one,
                "step.term",
                term + 1,
                terms.size(),
                ExprText.numbers(terms.get(term), TERMS, NumberText.DIGITS).stream()
                        .map(Token::text)
                        .collect(Collectors.joining()),
                NumberText.of(own),
                NumberText.of(before),
                NumberText.of(before + own));
        return terms.get(term).refs().toList();
    }

    private static String bracketed(List<Integer> index) {
        return index.isEmpty()
                ? ""
                : index.stream().map(i -> Integer.toString(i)).collect(Collectors.joining(", ", "[", "]"));
    }

    private void fill(TextFlow flow, List<Token> tokens, String equals, String result) {
        flow.getChildren().clear();
        for (Token t : tokens) {
            Text text =
                    text(t.text(), t.ref() != null ? "nw-step-number" : t.rest() > 0 ? "nw-step-rest" : "nw-step-sign");
            Expr.Ref ref = t.ref();
            if (ref != null) {
                text.setOnMouseEntered(e -> {
                    text.pseudoClassStateChanged(POINTED, true);
                    pointAt.accept(ref);
                });
                text.setOnMouseExited(e -> {
                    text.pseudoClassStateChanged(POINTED, false);
                    pointAt.accept(null);
                });
            }
            flow.getChildren().add(text);
        }
        if (!result.isEmpty()) {
            flow.getChildren().addAll(text(equals, "nw-step-sign"), text(result, "nw-step-result"));
        }
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
