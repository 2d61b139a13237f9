package io.netwright.ui.data;

import io.netwright.data.DataReport;
import io.netwright.data.DataSource;
import io.netwright.data.LoadedData;
import io.netwright.text.Message;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What became of the source: rows read and left out, values missing, and what else there is to know.
final class ReportPane extends VBox {

    private final Words words;
    private final HBox figures = new HBox(28);
    private final VBox notes = new VBox(4);

    ReportPane(Words words) {
        super(8);
        this.words = words;
        setId("report");
        getStyleClass().addAll(Styles.CARD, "nw-data-report");
        ScrollPane scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(words.bind(Icons.label(Styles.TITLE), "panels.data.report"), figures, scroll);
    }

    void show(LoadedData data) {
        DataReport report = data.report();
        int missing =
                report.columns().stream().mapToInt(DataReport.Column::missing).sum();
        figures.getChildren().clear();
        figure("report-read", "panels.data.report.read", report.rowsRead(), false);
        figure("report-used", "panels.data.report.used", report.rowsUsed(), false);
        figure("report-dropped", "panels.data.report.dropped", report.dropped(), report.dropped() > 0);
        figure("report-missing", "panels.data.report.missing", missing, missing > 0);
        figure("report-features", "panels.data.report.features", data.raw().width(), false);
        notes.getChildren().clear();
        for (Message note : report.notes()) {
            note(words.now(note));
        }
        if (!report.droppedRows().isEmpty()) {
            note(words.now("panels.data.report.droppedLines", ColumnsTable.lines(report.droppedRows())));
        }
        report.columns().stream()
                .filter(c -> c.missing() > 0)
                .forEach(c -> note(words.now(
                        "panels.data.report.missingIn", c.name(), c.missing(), ColumnsTable.lines(c.missingLines()))));
        boolean worth = data.spec().source() instanceof DataSource.Csv
                || !report.notes().isEmpty();
        setVisible(worth);
        setManaged(worth);
    }

    private void figure(String id, String key, int value, boolean notable) {
        Label number = Icons.label(Styles.FIGURE);
        number.setId(id);
        number.setText(Figures.count(value));
        if (notable) {
            number.getStyleClass().add(Styles.WARNING);
        }
        Label name = Icons.label(Styles.MUTED, Styles.SMALL);
        name.setText(words.now(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(0, number, name);
        box.setAlignment(Pos.CENTER_LEFT);
        figures.getChildren().add(box);
    }

    private void note(String text) {
        Label label = Icons.label(Styles.MUTED, Styles.SMALL);
        label.setText(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(7, Icons.of(Feather.INFO, Styles.FAINT), label);
        line.getStyleClass().add("nw-data-note");
        notes.getChildren().add(line);
    }
}
