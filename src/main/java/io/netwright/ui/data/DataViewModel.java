package io.netwright.ui.data;

import io.netwright.data.ColumnRef;
import io.netwright.data.ColumnUse;
import io.netwright.data.CsvFormat;
import io.netwright.data.DataSource;
import io.netwright.data.DataSource.ColumnRule;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.MissingRule;
import io.netwright.data.Parameter;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.TargetSpec;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.CsvFile;
import io.netwright.data.load.DataLoader;
import io.netwright.network.PropValue;
import io.netwright.text.UserException;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the Data view shows and does. Every change is a new [DataSpec] of the open project, which the [Session] then
/// loads. Knows no control; used on the JavaFX thread.
public final class DataViewModel {

    private final Session session;
    private final Executor background;
    private final Executor ui;
    private final ObservableValue<@Nullable DataSpec> spec;
    private final ReadOnlyObjectWrapper<@Nullable LoadedData> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CsvFile> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /// What each source was last set to in this project, so that looking at another loses nothing.
    private final Map<SourceChoice, DataSpec> remembered = new HashMap<>();

    private DataSource.@Nullable Csv lookedFor;
    private long looks;

    /// @param background where files are looked through
    /// @param ui         the way back to the JavaFX thread
    public DataViewModel(Session session, Executor background, Executor ui) {
        this.session = session;
        this.background = background;
        this.ui = ui;
        this.spec = session.projectProperty()
                .flatMap(open -> Objects.requireNonNull(open).dataProperty());
        session.projectProperty().addListener((p, was, is) -> {
            remembered.clear();
            shown.set(null);
            specChanged(spec.getValue());
        });
        spec.addListener((p, was, is) -> specChanged(is));
        session.dataProperty().addListener((p, was, is) -> loaded(is));
        specChanged(spec.getValue());
        loaded(session.dataProperty().get());
    }

    private void specChanged(@Nullable DataSpec now) {
        if (now == null) {
            shown.set(null);
        } else {
            remembered.put(SourceChoice.of(now.source()), now);
        }
        look(now != null && now.source() instanceof DataSource.Csv csv ? csv : null);
    }

    private void loaded(@Nullable ProjectData data) {
        if (data != null) {
            shown.set(data.data());
        } else if (spec.getValue() == null) {
            shown.set(null);
        }
    }

    /// Looks through the file by itself: even where it cannot be loaded as asked, its columns are there to choose from.
    private void look(DataSource.@Nullable Csv csv) {
        OpenProject open = session.projectProperty().get();
        DataSource.Csv before = lookedFor;
        lookedFor = csv;
        if (open == null || csv == null) {
            looks++;
            looking.set(false);
            table.set(null);
            return;
        }
        boolean sameFile = before != null && before.path().equals(csv.path());
        if (sameFile && Objects.requireNonNull(before).format().equals(csv.format())) {
            return;
        }
        if (!sameFile) {
            table.set(null);
        }
        long mine = ++looks;
        looking.set(true);
        background.execute(() -> {
            @Nullable CsvFile found = lookThrough(csv, open.folder());
            ui.execute(() -> {
                if (mine == looks) {
                    looking.set(false);
                    if (found != null) {
                        table.set(found);
                    }
                }
            });
        });
    }

    private static @Nullable CsvFile lookThrough(DataSource.Csv csv, Path folder) {
        try {
            return DataLoader.look(csv, folder);
        } catch (UserException e) {
            // the session loads the same file and says why it cannot be had
            return null;
        }
    }

    /// @return what the project says about its data; holds null where there is no project, or no data is chosen
    public ObservableValue<@Nullable DataSpec> spec() {
        return spec;
    }

    /// @return the newest data that could be had, which stays while something is wrong; holds null where none was had
    public ReadOnlyObjectProperty<@Nullable LoadedData> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return what was found in the chosen file; holds null where no file is chosen or it is no table
    public ReadOnlyObjectProperty<@Nullable CsvFile> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /// @return why the data cannot be had; holds null where nothing is wrong
    public ReadOnlyObjectProperty<@Nullable UserException> problemProperty() {
        return session.dataProblemProperty();
    }

    /// @return whether data is being loaded
    public ReadOnlyBooleanProperty loadingProperty() {
        return session.loadingDataProperty();
    }

    /// @return the open project; holds null where none is open
    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return session.projectProperty();
    }

    /// @return whether nothing is under way in the background
    public boolean isSettled() {
        return !looking.get() && !session.loadingDataProperty().get();
    }

    /// @return whether this source was chosen in this project before, and can be gone back to
    boolean remembers(SourceChoice choice) {
        return remembered.containsKey(choice);
    }

    /// Takes data from `choice`: as it was last set in this project, or else with its defaults.
    ///
    /// @return false where that needs a file first; see [#openFile]
    public boolean choose(SourceChoice choice) {
        DataSpec now = spec.getValue();
        if (now != null && SourceChoice.of(now.source()).equals(choice)) {
            return true;
        }
        DataSpec kept = remembered.get(choice);
        if (kept == null) {
            DataSource fresh = choice.fresh().orElse(null);
            if (fresh == null) {
                return false;
            }
            kept = carryOver(now, fresh);
        }
        set(kept);
        return true;
    }

    /// Takes data from a file, everything about it detected.
    public void openFile(Path file) {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            set(carryOver(spec.getValue(), new DataSource.Csv(stored(file, open.folder()))));
        }
    }

    /// Reads the file anew, because it was corrected outside the program.
    public void readAgain() {
        DataSpec now = spec.getValue();
        if (now != null && now.source() instanceof DataSource.Csv csv) {
            lookedFor = null;
            look(csv);
            session.reloadData();
        }
    }

    /// A file within the project's folder is named from there, so that the folder can be moved as a whole.
    private static String stored(Path file, Path folder) {
        Path absolute = file.toAbsolutePath().normalize();
        Path home = folder.toAbsolutePath().normalize();
        return (absolute.startsWith(home) ? home.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /// How data was divided stays when another source is chosen; how it was scaled only among sources of a kind, for
    /// points are usual to leave as they are and tables are not.
    private static DataSpec carryOver(@Nullable DataSpec before, DataSource source) {
        if (before == null || before.split().equals(SplitSpec.ALL_TRAIN)) {
            return DataSpec.of(source);
        }
        return before.source().getClass() == source.getClass()
                ? before.withSource(source)
                : DataSpec.of(source).withSplit(before.split());
    }

    private void set(DataSpec next) {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            open.dataProperty().set(next);
        }
    }

    private void edit(UnaryOperator<DataSpec> change) {
        DataSpec now = spec.getValue();
        if (now != null) {
            set(change.apply(now));
        }
    }

    private void editCsv(UnaryOperator<DataSource.Csv> change) {
        edit(s -> s.source() instanceof DataSource.Csv csv ? s.withSource(change.apply(csv)) : s);
    }

    /// Sets a generator's parameter; a default is not written.
    public void setArgument(Parameter parameter, PropValue value) {
        edit(s -> {
            if (!(s.source() instanceof DataSource.Generated g)) {
                return s;
            }
            var arguments = new LinkedHashMap<>(g.arguments());
            if (value.equals(parameter.defaultValue())) {
                arguments.remove(parameter.key());
            } else {
                arguments.put(parameter.key(), value);
            }
            return s.withSource(new DataSource.Generated(g.generator(), arguments));
        });
    }

    public void setFormat(UnaryOperator<CsvFormat> change) {
        editCsv(c -> c.withFormat(change.apply(c.format())));
    }

    public void setMissing(MissingRule rule) {
        editCsv(c -> c.withMissing(rule));
    }

    /// Sets how a column of the file is taken.
    public void setUse(ColumnProfile column, ColumnUse use) {
        editCsv(c -> {
            List<ColumnRule> rules = new ArrayList<>(c.columns());
            rules.removeIf(r -> isAbout(r.column(), column));
            if (use != ColumnUse.AUTO) {
                rules.add(new ColumnRule(ColumnRef.of(column.name()), use));
            }
            return c.withColumns(rules);
        });
    }

    /// @return how that column of the file is taken
    public ColumnUse use(ColumnProfile column) {
        DataSpec now = spec.getValue();
        if (now == null || !(now.source() instanceof DataSource.Csv csv)) {
            return ColumnUse.AUTO;
        }
        // as the loader does: the last rule counts
        return csv.columns().reversed().stream()
                .filter(r -> isAbout(r.column(), column))
                .map(ColumnRule::use)
                .findFirst()
                .orElse(ColumnUse.AUTO);
    }

    private boolean isAbout(ColumnRef ref, ColumnProfile column) {
        CsvFile file = table.get();
        return switch (ref) {
            case ColumnRef.Named n -> n.name().strip().equals(column.name());
            case ColumnRef.At at ->
                at.index() == column.index()
                        || file != null && at.index() + file.columns().size() == column.index();
        };
    }

    public void setTarget(TargetSpec target) {
        editCsv(c -> c.withTarget(target));
    }

    public void setSplit(SplitSpec split) {
        edit(s -> s.withSplit(split));
    }

    public void setScaling(Scaling scaling) {
        edit(s -> s.withScaling(scaling));
    }
}
