package io.netwright.ui.palette;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.Messages;
import io.netwright.ui.Fuzzy;
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

/// What the palette lists for what is typed into its search: all layers under their families, or those that answer, the
/// best first.
final class PaletteModel {

    /// A line of the palette.
    sealed interface Row {

        /// The name of a family over its layers.
        record Heading(Family family) implements Row {}

        /// A layer that can be taken.
        record Item(LayerInfo info) implements Row {}
    }

    /// Fewer letters than this say too little to look for them in whole sentences.
    private static final int LETTERS_FOR_HELP = 3;

    private final LayerRegistry registry;
    private final Words words;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyListWrapper<Row> rows = new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    PaletteModel(LayerRegistry registry, Words words) {
        this.registry = registry;
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
                    .add(new Row.Item(layer.info()));
        }
        List<Row> all = new ArrayList<>();
        byFamily.forEach((family, items) -> {
            all.add(new Row.Heading(family));
            all.addAll(items);
        });
        return all;
    }

    private List<Row> answers(String wanted) {
        record Hit(Row row, int score) {}
        Messages messages = words.messages();
        return registry.all().stream()
                .map(layer -> new Hit(new Row.Item(layer.info()), score(wanted, layer.info(), messages)))
                .filter(hit -> hit.score() > Fuzzy.NONE)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::row)
                .toList();
    }

    /// The name counts most, then other names for it, then its family, then the sentence that explains it.
    private static int score(String wanted, LayerInfo info, Messages messages) {
        int best = Fuzzy.score(wanted, info.type()) * 4;
        for (String alias : info.aliases()) {
            best = Math.max(best, Fuzzy.score(wanted, alias) * 3);
        }
        String family = messages.get("layers.family." + info.family().key());
        best = Math.max(best, Fuzzy.score(wanted, family) * 2);
        String help = messages.get("layers." + info.type() + ".help").toLowerCase(Locale.ROOT);
        boolean enough = wanted.length() >= LETTERS_FOR_HELP || wanted.codePointAt(0) > 0x2e80;
        if (enough && help.contains(wanted.toLowerCase(Locale.ROOT))) {
            best = Math.max(best, 1);
        }
        return best;
    }
}
