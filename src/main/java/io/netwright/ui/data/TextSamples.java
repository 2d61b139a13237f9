package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.ui.Styles;
import java.util.Arrays;
import javafx.scene.control.ListView;

/// Stretches of a text, each on a line of its own, with marks where the text has line breaks.
final class TextSamples extends ListView<String> {

    private static final int MOST_ROWS = 500;

    TextSamples() {
        setId("sample-texts");
        getStyleClass().add(Styles.MONO);
    }

    void show(Samples samples) {
        DataSet set = samples.set();
        getItems()
                .setAll(Arrays.stream(samples.chosen())
                        .limit(MOST_ROWS)
                        .mapToObj(i -> set.written(i).replace("\n", "⏎ ").replace("\t", "⇥ "))
                        .toList());
    }
}
