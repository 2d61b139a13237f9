package io.netwright.ui.export;

import io.netwright.exchange.ExportNote;
import io.netwright.exchange.ExportResult;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What came of an export: the verdict first, then the differences of each output, then how it was found out.
final class CertificateCard extends VBox {

    CertificateCard(Words words, ExportResult result) {
        setId("certificate");
        getStyleClass().addAll(Styles.CARD, "nw-certificate");
        boolean good = result.exported();
        String tone = good ? Styles.GOOD : Styles.BAD;
        Label verdict = words.bind(
                Icons.label(Styles.FIGURE, tone), good ? "panels.export.exported" : "panels.export.rejected");
        verdict.setId("verdict");
        verdict.setGraphic(Icons.of(good ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, tone, "nw-verdict-icon"));
        Label file = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
        file.setText(result.file().toString());
        file.setWrapText(true);
        getChildren().addAll(verdict, file);
        Certificate certificate = result.certificate();
        if (certificate != null) {
            if (!certificate.outputs().isEmpty()) {
                getChildren().add(outputs(words, certificate));
            }
            List<Message> lines = certificate.text();
            lines.stream()
                    .filter(m -> !m.key().startsWith("exchange.certificate.output"))
                    .forEach(m -> getChildren().add(line(words, m, Styles.MUTED)));
        }
        for (ExportNote note : result.notes()) {
            boolean warning = note.kind() == ExportNote.Kind.WARNING;
            getChildren().add(line(words, note.message(), warning ? Styles.WARNING : Styles.MUTED));
        }
    }

    private static Label line(Words words, Message message, String tone) {
        Label line = Icons.label(tone);
        line.textProperty().bind(words.compute(() -> words.now(message)));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static GridPane outputs(Words words, Certificate certificate) {
        GridPane grid = new GridPane(24, 6);
        grid.getStyleClass().add("nw-certificate-table");
        String[] heads = {"output", "shape", "absolute", "relative"};
        for (int i = 0; i < heads.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i < 2 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            grid.add(words.bind(Icons.label(Styles.HEADING), "panels.export." + heads[i]), i, 0);
        }
        int row = 1;
        for (Certificate.Output o : certificate.outputs()) {
            grid.add(mono(o.name()), 0, row);
            grid.add(mono(o.shape()), 1, row);
            grid.add(mono(String.format(Locale.ENGLISH, "%.2e", o.maxAbsolute())), 2, row);
            grid.add(mono(String.format(Locale.ENGLISH, "%.2e", o.maxRelative())), 3, row);
            HBox mark =
                    new HBox(Icons.of(o.passed() ? Feather.CHECK : Feather.X, o.passed() ? Styles.GOOD : Styles.BAD));
            grid.add(mark, 4, row++);
        }
        GridPane.setHgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private static Label mono(String text) {
        Label label = Icons.label(Styles.MONO);
        label.setText(text);
        return label;
    }
}
