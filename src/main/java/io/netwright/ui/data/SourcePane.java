package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.Parameter;
import io.netwright.data.generator.Generator;
import io.netwright.data.generator.Generators;
import io.netwright.network.PropValue;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of sources at the left, the chosen one with its settings.
final class SourcePane extends ScrollPane {

    private final DataViewModel model;
    private final Words words;
    private final Runnable browse;
    private final Map<SourceChoice, SourceCard> cards = new LinkedHashMap<>();
    private final Map<SourceChoice, Map<Parameter, NumberRow>> parameters = new LinkedHashMap<>();
    private final CsvForm csv;
    private int drawing;

    /// @param background where the pictures' data is made
    /// @param browse     lets a person choose a file
    SourcePane(DataViewModel model, Words words, Executor background, Executor ui, Runnable browse) {
        this.model = model;
        this.words = words;
        this.browse = browse;
        this.csv = new CsvForm(model, words, browse);
        VBox list = new VBox(4);
        list.getStyleClass().add("nw-data-sources");
        list.getChildren().add(heading("panels.data.own"));
        list.getChildren().addAll(card(SourceChoice.CSV), card(SourceChoice.TEXT), card(SourceChoice.INLINE));
        SourceChoice.Kind before = SourceChoice.Kind.CSV;
        for (SourceChoice choice : SourceChoice.all()) {
            if (choice.equals(SourceChoice.CSV)) {
                continue;
            }
            if (choice.kind() != before) {
                list.getChildren()
                        .add(heading(
                                choice.kind() == SourceChoice.Kind.GENERATOR
                                        ? "panels.data.generated"
                                        : "panels.data.bundled"));
                before = choice.kind();
            }
            SourceCard card = card(choice);
            list.getChildren().add(card);
            draw(card, background, ui);
        }
        setContent(list);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll(Styles.BARE_SCROLL, Styles.PANEL, "nw-data-left");
        model.spec().addListener((p, was, is) -> show(is));
        model.tableProperty().addListener((p, was, is) -> show(model.spec().getValue()));
        show(model.spec().getValue());
    }

    private Label heading(String key) {
        return words.bind(Icons.label(Styles.HEADING, "nw-data-heading"), key);
    }

    private SourceCard card(SourceChoice choice) {
        SourceCard card = new SourceCard(words, choice, () -> {
            if (!model.choose(choice)) {
                browse.run();
            }
        });
        choice.generator().ifPresent(g -> card.addSettings(rows(choice, g)));
        choice.builtin().ifPresent(b -> {
            Label citation = Icons.label(Styles.FAINT, Styles.SMALL);
            citation.setText(b.citation() + "\n" + b.licence());
            citation.setWrapText(true);
            citation.setMinHeight(Region.USE_PREF_SIZE);
            card.addSettings(citation);
        });
        if (choice.equals(SourceChoice.CSV)) {
            card.addSettings(csv);
        }
        cards.put(choice, card);
        return card;
    }

    private VBox rows(SourceChoice choice, Generator generator) {
        VBox box = new VBox(6);
        Map<Parameter, NumberRow> rows = new LinkedHashMap<>();
        for (Parameter parameter : generator.parameters()) {
            NumberRow row = new NumberRow(
                    words,
                    "parameter-" + generator.id() + "-" + parameter.key(),
                    parameter.label(),
                    parameter.help(),
                    "",
                    () -> parameter,
                    value -> model.setArgument(parameter, value));
            rows.put(parameter, row);
            box.getChildren().add(row);
        }
        parameters.put(choice, rows);
        return box;
    }

    private void draw(SourceCard card, Executor background, Executor ui) {
        drawing++;
        background.execute(() -> {
            @Nullable
            DataSet set = card.choice()
                    .generator()
                    .map(g -> Generators.generate(new DataSource.Generated(g.id())))
                    .or(() -> card.choice().builtin().map(b -> b.load()))
                    .orElse(null);
            ui.execute(() -> {
                drawing--;
                if (set != null) {
                    card.setPicture(set);
                }
            });
        });
    }

    private void show(@Nullable DataSpec spec) {
        SourceChoice chosen = spec == null ? null : SourceChoice.of(spec.source());
        cards.forEach((choice, card) -> card.setChosen(choice.equals(chosen)));
        showWhereUsed(SourceChoice.TEXT, chosen);
        showWhereUsed(SourceChoice.INLINE, chosen);
        if (spec == null) {
            return;
        }
        csv.show(spec);
        if (spec.source() instanceof DataSource.Generated g) {
            parameters.getOrDefault(SourceChoice.of(g), Map.of()).forEach((parameter, row) -> {
                PropValue value = g.arguments().get(parameter.key());
                row.show(value == null ? parameter.defaultValue() : value);
            });
        }
    }

    /// What is written in the project file is offered where it is there.
    private void showWhereUsed(SourceChoice choice, @Nullable SourceChoice chosen) {
        SourceCard card = cards.get(choice);
        if (card != null) {
            boolean there = choice.equals(chosen) || model.remembers(choice);
            card.setVisible(there);
            card.setManaged(there);
        }
    }

    /// @return whether all pictures are drawn
    boolean isSettled() {
        return drawing == 0;
    }
}
