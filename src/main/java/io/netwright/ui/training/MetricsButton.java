package io.netwright.ui.training;

import io.netwright.train.TrainingSpec;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// A list of all metrics, of which any can be chosen. Those that do not fit the data are left out of a run.
final class MetricsButton extends MenuButton {

    private final OpenProject project;
    private final Map<String, CheckMenuItem> items = new LinkedHashMap<>();
    private boolean refreshing;

    MetricsButton(OpenProject project, Words words) {
        this.project = project;
        setId("metrics");
        for (Metric metric : MetricRegistry.STANDARD.all()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("metric-" + metric.key());
            item.textProperty().bind(words.text(metric.label().key()));
            item.selectedProperty().addListener((p, was, is) -> choose());
            items.put(metric.key(), item);
            getItems().add(item);
        }
        refresh();
    }

    /// Shows the settings as they are now.
    void refresh() {
        refreshing = true;
        List<String> chosen = project.trainingProperty().get().metrics();
        items.forEach((key, item) -> item.setSelected(chosen.contains(key)));
        setText(Integer.toString(chosen.size()));
        refreshing = false;
    }

    private void choose() {
        if (refreshing) {
            return;
        }
        TrainingSpec spec = project.trainingProperty().get();
        // the order that the settings have, so that choosing one does not move the others
        List<String> chosen = new ArrayList<>(spec.metrics());
        chosen.removeIf(key -> items.containsKey(key) && !items.get(key).isSelected());
        items.forEach((key, item) -> {
            if (item.isSelected() && !chosen.contains(key)) {
                chosen.add(key);
            }
        });
        project.trainingProperty().set(spec.withMetrics(chosen));
    }
}
