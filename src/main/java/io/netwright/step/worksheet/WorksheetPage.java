package io.netwright.step.worksheet;

import io.netwright.step.Stage;
import io.netwright.text.Markup;
import io.netwright.text.Messages;
import io.netwright.text.formula.MathMl;
import java.util.Locale;

/// Writes a worksheet as one page of HTML that prints on A4: the questions with room to work, then, on pages of their
/// own, the answers and how they come about. Formulas are MathML; nothing is fetched from elsewhere.
public final class WorksheetPage {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; }
            body { font: 11pt/1.45 "Noto Sans", "Noto Sans CJK SC", "Segoe UI", "PingFang SC", sans-serif; color: #111;
                max-width: 178mm; margin: 10mm auto; padding: 0 6mm; }
            h1 { font-size: 17pt; margin: 0 0 2mm; } h2 { font-size: 12pt; margin: 0 0 1mm; }
            header { display: flex; justify-content: space-between; gap: 8mm; border-bottom: 1px solid #999;
                padding-bottom: 3mm; margin-bottom: 5mm; }
            header p { margin: 0; color: #555; } .who { min-width: 60mm; line-height: 2.2; }
            section { break-inside: avoid; margin: 0 0 7mm; }
            .formula { font-size: 13pt; margin: 1mm 0; } .meaning { color: #555; margin: 0 0 1.5mm; }
            .given { display: flex; flex-wrap: wrap; gap: 0.5mm 6mm; margin: 0 0 2mm; padding: 0; list-style: none; }
            .given li, .line { font-family: "JetBrains Mono", "DejaVu Sans Mono", monospace; font-size: 9.5pt; }
            .room { height: 22mm; border: 1px dashed #bbb; border-radius: 2mm; margin: 1.5mm 0; }
            .answer { font-weight: 600; } .line { margin: 0.5mm 0; overflow-wrap: anywhere; }
            .key { break-before: page; }
            """;

    private final Messages words;
    private final StringBuilder out = new StringBuilder();

    private WorksheetPage(Messages words) {
        this.words = words;
    }

    /// @param project what the network is called
    /// @param seed    that the sheet was made from
    /// @param words   the language of the page
    /// @return a whole document
    public static String write(Worksheet sheet, String project, long seed, Messages words) {
        return new WorksheetPage(words).document(sheet, project, seed);
    }

    private String document(Worksheet sheet, String project, long seed) {
        String title = words.get("step.worksheet.title", project);
        line("<!DOCTYPE html>");
        line("<html lang=\"" + words.locale().toLanguageTag() + "\"><head><meta charset=\"utf-8\">");
        line("<title>" + Markup.escaped(title) + "</title><style>" + STYLE + "</style></head><body>");
        line("<header><div><h1>" + Markup.escaped(title) + "</h1><p>"
                + Markup.escaped(words.get("step.worksheet.about", Long.toString(seed)))
                + "</p></div><div class=\"who\">"
                + Markup.escaped(words.get("step.worksheet.name")) + " ______________________<br>"
                + Markup.escaped(words.get("step.worksheet.date")) + " ______________________</div></header>");
        int number = 1;
        for (Question q : sheet.questions()) {
            question(q, number++);
        }
        line("<div class=\"key\"><h1>" + Markup.escaped(words.get("step.worksheet.key", project)) + "</h1>");
        number = 1;
        for (Question q : sheet.questions()) {
            answer(q, number++);
        }
        line("</div></body></html>");
        return out.toString();
    }

    private void head(Question q, int number) {
        String stage = words.get("step.stage." + q.frame().stage().name().toLowerCase(Locale.ROOT));
        line("<section><h2>" + number + ". "
                + Markup.escaped(stage + " · " + q.frame().node()) + "</h2>");
    }

    private void question(Question q, int number) {
        head(q, number);
        line("<p class=\"formula\">" + MathMl.of(q.frame().formula()) + "</p>");
        line("<p class=\"meaning\">" + Markup.escaped(words.format(q.frame().meaning())) + "</p><ul class=\"given\">");
        q.given()
                .forEach((name, value) ->
                        line("<li>" + Markup.escaped(name + " = " + Question.number(value)) + "</li>"));
        line("</ul><div class=\"room\"></div><p class=\"answer\">" + Markup.escaped(q.asked() + sign(q))
                + "______________________</p></section>");
    }

    /// An update puts a new number in the place of the old one.
    private static String sign(Question q) {
        return q.frame().stage() == Stage.UPDATE ? " ← " : " = ";
    }

    private void answer(Question q, int number) {
        head(q, number);
        line("<p class=\"line\">" + Markup.escaped(q.asked() + sign(q) + q.names()) + "</p>");
        line("<p class=\"line\">= " + Markup.escaped(q.numbers()) + "</p>");
        line("<p class=\"answer\">= " + Markup.escaped(Question.number(q.answer())) + "</p></section>");
    }

    private void line(String html) {
        out.append(html).append('\n');
    }
}
