package io.netwright.ui.palette;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.template.Template;
import io.netwright.layer.template.Templates;
import io.netwright.project.Piece;
import io.netwright.text.Messages;
import io.netwright.ui.Fuzzy;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Stock;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;

/// What the palette lists for what is typed into its search: what the person keeps, all layers under their families and
/// the templates, or those that answer, the best first.
final class PaletteModel {

    /// A line of the palette.
    sealed interface Row {

        /// A name over those that follow.
        ///
        /// @param key in the bundles
        record Heading(String key) implements Row {}

        /// Something that can be taken.
        record Item(Stock stock) implements Row {}
    }

    /// Fewer letters than this say too little to look for them in whole sentences.
    private static final int LETTERS_FOR_HELP = 3;

    private final LayerRegistry registry;
    private final OwnPieces own;
    private final Words words;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyListWrapper<Row> rows = new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    PaletteModel(LayerRegistry registry, OwnPieces own, Words words) {
        this.registry = registry;
        this.own = own;
        own.all().addListener((ListChangeListener<Piece>) change -> list());
        this.words = words;
        query.subscribe(q -> list());
        // the help is searched in the language that is shown
        words.messagesProperty().addListener((property, was, is) -> list());
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyListProperty<Row> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    private void list() {
        String wanted = query.get().strip();
        rows.setAll(wanted.isEmpty() ? everything() : answers(wanted));
    }

    private List<Row> everything() {
        Map<Family, List<Row>> byFamily = new EnumMap<>(Family.class);
        for (Layer layer : registry.all()) {
            byFamily.computeIfAbsent(layer.info().family(), f -> new ArrayList<>())
                    .add(new Row.Item(new Stock.OfLayer(layer.info())));
        }
        List<Row> all = new ArrayList<>();
        group("design.palette.own", ownRows(), all);
        byFamily.forEach((family, items) -> group("layers.family." + family.key(), items, all));
        group("design.palette.templates", templateRows(), all);
        return all;
    }

    private static void group(String heading, List<Row> items, List<Row> all) {
        if (!items.isEmpty()) {
            all.add(new Row.Heading(heading));
            all.addAll(items);
        }
    }

    private List<Row> ownRows() {
        return own.all().stream().<Row>map(p -> new Row.Item(new Stock.Own(p))).toList();
    }

    private static List<Row> templateRows() {
        return Templates.ALL.stream()
                .<Row>map(t -> new Row.Item(new Stock.OfTemplate(t)))
                .toList();
    }

    private List<Row> answers(String wanted) {
        record Hit(Row row, int score) {}
        Messages messages = words.messages();
        List<Hit> hits = new ArrayList<>();
        for (Layer layer : registry.all()) {
            LayerInfo info = layer.info();
            hits.add(new Hit(new Row.Item(new Stock.OfLayer(info)), score(wanted, info, messages)));
        }
        ownRows().forEach(row -> hits.add(new Hit(row, score(wanted, (Row.Item) row))));
        templateRows().forEach(row -> hits.add(new Hit(row, score(wanted, (Row.Item) row))));
        return hits.stream()
                .filter(hit -> hit.score() > Fuzzy.NONE)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::row)
                .toList();
    }

    /// As with layers, the name counts most, then what else it is called, then the sentence that explains it.
    private int score(String wanted, Row.Item item) {
        int best = Fuzzy.score(wanted, item.stock().title(words)) * 4;
        if (item.stock() instanceof Stock.OfTemplate(Template template)) {
            best = Math.max(best, Fuzzy.score(wanted, template.key()) * 3);
            best = Math.max(best, isSaid(wanted, words.now(template.about())) ? 1 : 0);
        }
        return best;
    }

    private static boolean isSaid(String wanted, String sentence) {
        boolean enough = wanted.length() >= LETTERS_FOR_HELP || wanted.codePointAt(0) > 0x2e80;
        return enough && sentence.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /// The name counts most, then other names for it, then its family, then the sentence that explains it.
    private static int score(String wanted, LayerInfo info, Messages messages) {
        int best = Fuzzy.score(wanted, info.type()) * 4;
        for (String alias : info.aliases()) {
            best = Math.max(best, Fuzzy.score(wanted, alias) * 3);
        }
        String family = messages.get("layers.family." + info.family().key());
        best = Math.max(best, Fuzzy.score(wanted, family) * 2);
        return Math.max(best, isSaid(wanted, messages.get("layers." + info.type() + ".help")) ? 1 : 0);
    }
}
