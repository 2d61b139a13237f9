package io.netwright.ui.step;

import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.step.StepRecording;
import io.netwright.step.hunt.Sabotage;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Plants a bug in a copy of the backward pass, and judges who is accused of it.
final class HuntPanel extends VBox {

    private final StepViewModel model;
    private final Words words;
    private final TextField seed = new TextField("1");
    private final ComboBox<String> accused = new ComboBox<>();
    private final Label verdict = Icons.label(Styles.STRONG);
    private final Label found = Icons.label(Styles.MUTED);
    private final VBox hunting = new VBox(12);

    HuntPanel(StepViewModel model, Words words) {
        super(14);
        this.model = model;
        this.words = words;
        setId("step-hunt");
        getStyleClass().add("nw-step-side");
        Label what = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "step.hunt.what");
        Label number = words.bind(Icons.label(Styles.MUTED), "step.hunt.seed");
        seed.setId("step-hunt-seed");
        seed.setPrefColumnCount(4);
        seed.accessibleTextProperty().bind(number.textProperty());
        Button plant = button("plant", this::plant);
        plant.getStyleClass().add(Styles.PRIMARY);
        plant.disableProperty().bind(model.recordingProperty().isNull().or(model.busyProperty()));
        Label on = words.bind(Icons.label(Styles.WARNING, Styles.STRONG), "step.hunt.on");
        on.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        Label how = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "step.hunt.how");
        accused.setId("step-hunt-accused");
        accused.setMaxWidth(Double.MAX_VALUE);
        words.text("step.hunt.accused").subscribe(accused::setPromptText);
        verdict.setId("step-hunt-verdict");
        found.setId("step-hunt-found");
        Button accuse = button("accuse", this::accuse);
        accuse.disableProperty().bind(accused.valueProperty().isNull());
        FlowPane ways = new FlowPane(8, 8, accuse, button("reveal", this::reveal), button("end", model::endHunt));
        hunting.getChildren().addAll(on, how, accused, ways, verdict, found);
        Label problem = Icons.label(Styles.WARNING);
        problem.setId("step-hunt-problem");
        problem.textProperty().bind(words.text(model.huntProblemProperty()));
        for (Label l : List.of(what, on, how, verdict, found, problem)) {
            l.setWrapText(true);
            l.setMinHeight(USE_PREF_SIZE);
            l.visibleProperty().bind(l.textProperty().isNotEmpty());
            l.managedProperty().bind(l.visibleProperty());
        }
        HBox line = new HBox(8, number, seed, plant);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(what, line, problem, hunting);
        model.huntProperty().addListener((p, was, is) -> show());
        show();
    }

    private Button button(String name, Runnable does) {
        Button button = words.bind(new Button(), "step.hunt." + name);
        button.setId("step-hunt-" + name);
        button.setOnAction(e -> does.run());
        return button;
    }

    private void plant() {
        try {
            model.plant(Long.parseLong(seed.getText().strip()));
            seed.getStyleClass().remove(Styles.INVALID);
        } catch (NumberFormatException e) {
            seed.getStyleClass().add(Styles.INVALID);
        }
    }

    private void show() {
        Sabotage sabotage = model.huntProperty().get();
        hunting.setVisible(sabotage != null);
        hunting.setManaged(sabotage != null);
        verdict.textProperty().unbind();
        verdict.setText("");
        found.textProperty().unbind();
        found.setText("");
        accused.setValue(null);
        if (sabotage != null) {
            accused.getItems()
                    .setAll(sabotage.plan().training().in(Phase.BACKWARD).stream()
                            .map(Instruction::node)
                            .distinct()
                            .toList());
        }
    }

    private void accuse() {
        Sabotage sabotage = model.huntProperty().get();
        String who = accused.getValue();
        if (sabotage == null || who == null) {
            return;
        }
        Sabotage.Verdict judged = sabotage.judge(who);
        verdict.getStyleClass()
                .setAll(
                        "label",
                        Styles.STRONG,
                        switch (judged) {
                            case GUILTY -> Styles.GOOD;
                            case MISLED -> Styles.WARNING;
                            case INNOCENT -> Styles.BAD;
                        });
        words.bind(verdict, "step.hunt.verdict." + judged.name().toLowerCase(Locale.ROOT), who);
        if (judged == Sabotage.Verdict.GUILTY) {
            reveal();
        }
    }

    private void reveal() {
        Sabotage sabotage = model.huntProperty().get();
        StepRecording recording = model.recording();
        if (sabotage != null && recording != null) {
            words.bind(
                    found,
                    "step.hunt.bug." + sabotage.bug().key(),
                    sabotage.node(),
                    Tex.plain(recording.name(sabotage.gradient())));
            recording.maker(sabotage.gradient()).ifPresent(f -> model.goTo(f.index()));
        }
    }
}
