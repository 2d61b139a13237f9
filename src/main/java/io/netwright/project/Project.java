package io.netwright.project;

import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import io.netwright.train.TrainingSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Everything that a project file says. Immutable and comparable; weights are in a file of their own.
///
/// @param name     what the project is called
/// @param lesson   by language tag (`en`, `zh-CN`), the Markdown file that teaches with this project, as a path within
///                 the project's folder
/// @param design   the network and where its nodes stand
/// @param data     null where no data is chosen yet
/// @param training how it is to be trained
/// @param extra    fields for other programs, whose names begin with `$` or `x-`: kept as they are
public record Project(
        String name,
        SequencedMap<String, String> lesson,
        Design design,
        @Nullable DataSpec data,
        TrainingSpec training,
        SequencedMap<String, PropValue> extra) {

    public Project {
        lesson = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lesson));
        extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    }

    /// @return a project with an empty network and no data
    public static Project empty(String name) {
        return new Project(
                name, new LinkedHashMap<>(), Design.EMPTY, null, TrainingSpec.DEFAULT, new LinkedHashMap<>());
    }

    public Network network() {
        return design.network();
    }

    public Layout layout() {
        return design.layout();
    }

    public Project withName(String newName) {
        return new Project(newName, lesson, design, data, training, extra);
    }

    public Project withLesson(SequencedMap<String, String> newLesson) {
        return new Project(name, newLesson, design, data, training, extra);
    }

    public Project withDesign(Design newDesign) {
        return new Project(name, lesson, newDesign, data, training, extra);
    }

    public Project withData(@Nullable DataSpec newData) {
        return new Project(name, lesson, design, newData, training, extra);
    }

    public Project withTraining(TrainingSpec newTraining) {
        return new Project(name, lesson, design, data, newTraining, extra);
    }
}
