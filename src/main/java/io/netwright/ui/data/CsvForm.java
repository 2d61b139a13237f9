package io.netwright.ui.data;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.MissingRule;
import io.netwright.data.csv.CsvFile;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How a file is read: what was detected, and what a person says instead.
final class CsvForm extends VBox {

    /// Beside the detected one: Unicode, and what spreadsheets write in China and in Western Europe.
    private static final List<String> ENCODINGS = List.of(
            CsvFormat.DETECT_ENCODING, "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252", "ISO-8859-1");

    private final DataViewModel model;
    private final Label file = Icons.label(Styles.MONO, Styles.SMALL);
    private final ChoiceRow<CsvFormat.Delimiter> delimiter;
    private final ChoiceRow<CsvFormat.Header> header;
    private final ChoiceRow<CsvFormat.Decimal> decimal;
    private final ChoiceRow<CsvFormat.Quoting> quoting;
    private final ChoiceRow<String> encoding;
    private final ChoiceRow<MissingRule> missing;

    /// @param browse lets a person choose another file
    CsvForm(DataViewModel model, Words words, Runnable browse) {
        super(6);
        this.model = model;
        file.setId("csv-file");
        file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Button other = words.bind(new Button(), "panels.data.csv.other");
        other.setId("csv-browse");
        other.setGraphic(Icons.of(Feather.FOLDER));
        other.setMaxWidth(Double.MAX_VALUE);
        other.setOnAction(e -> browse.run());
        HBox.setHgrow(other, Priority.ALWAYS);
        Button again = new Button();
        again.setId("csv-again");
        again.setGraphic(Icons.of(Feather.REFRESH_CW));
        again.getStyleClass().add(Styles.ICON_BUTTON);
        again.setTooltip(words.tooltip("panels.data.csv.again"));
        again.accessibleTextProperty().bind(words.text("panels.data.csv.again"));
        again.setOnAction(e -> model.readAgain());
        delimiter = new ChoiceRow<>(
                words,
                "csv-delimiter",
                "panels.data.csv.delimiter",
                d -> d == CsvFormat.Delimiter.AUTO ? detected(f -> f.delimiter().label(), d.label()) : d.label(),
                d -> model.setFormat(f -> f.withDelimiter(d)));
        header = new ChoiceRow<>(
                words,
                "csv-header",
                "panels.data.csv.header",
                h -> h == CsvFormat.Header.AUTO ? detected(f -> shortHeader(f.header()), h.label()) : shortHeader(h),
                h -> model.setFormat(f -> f.withHeader(h)));
        decimal = new ChoiceRow<>(
                words,
                "csv-decimal",
                "panels.data.csv.decimal",
                d -> d == CsvFormat.Decimal.AUTO ? detected(f -> f.decimal().label(), d.label()) : d.label(),
                d -> model.setFormat(f -> f.withDecimal(d)));
        quoting = new ChoiceRow<>(
                words,
                "csv-quoting",
                "panels.data.csv.quoting",
                q -> q == CsvFormat.Quoting.AUTO
                        ? detected(f -> shortQuoting(f.quoting()), q.label())
                        : shortQuoting(q),
                q -> model.setFormat(f -> f.withQuoting(q)));
        encoding = new ChoiceRow<>(
                words,
                "csv-encoding",
                "panels.data.csv.encoding",
                e -> e.equals(CsvFormat.DETECT_ENCODING)
                        ? detected(f -> ProblemNote.asIs(f.encoding()), CsvFormat.Header.AUTO.label())
                        : ProblemNote.asIs(e),
                e -> model.setFormat(f -> f.withEncoding(e)));
        missing = new ChoiceRow<>(
                words,
                "csv-missing",
                "panels.data.csv.missing",
                m -> Message.of("panels.data.csv.missing." + m.id()),
                model::setMissing);
        getChildren().addAll(file, new HBox(6, other, again), delimiter, header, decimal, quoting, encoding, missing);
    }

    /// Shows the settings as they are now; does nothing where the source is no file.
    void show(DataSpec spec) {
        if (!(spec.source() instanceof DataSource.Csv csv)) {
            return;
        }
        file.setText(csv.path());
        file.setTooltip(new Tooltip(csv.path()));
        CsvFormat format = csv.format();
        delimiter.show(List.of(CsvFormat.Delimiter.values()), format.delimiter());
        header.show(List.of(CsvFormat.Header.values()), format.header());
        decimal.show(List.of(CsvFormat.Decimal.values()), format.decimal());
        quoting.show(List.of(CsvFormat.Quoting.values()), format.quoting());
        List<String> encodings = new ArrayList<>(ENCODINGS);
        if (!encodings.contains(format.encoding())) {
            encodings.add(format.encoding());
        }
        encoding.show(encodings, format.encoding());
        missing.show(List.of(MissingRule.values()), csv.missing());
    }

    private static Message shortHeader(CsvFormat.Header header) {
        return Message.of("panels.data.csv.header." + header.id());
    }

    private static Message shortQuoting(CsvFormat.Quoting quoting) {
        return Message.of("panels.data.csv.quoting." + quoting.id());
    }

    private Message detected(Function<CsvFormat, Message> what, Message otherwise) {
        CsvFile table = model.tableProperty().get();
        return table == null ? otherwise : Message.of("panels.data.csv.detected", what.apply(table.format()));
    }
}
