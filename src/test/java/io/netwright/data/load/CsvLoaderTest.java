package io.netwright.data.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.ColumnRef;
import io.netwright.data.ColumnUse;
import io.netwright.data.CsvFormat;
import io.netwright.data.DataReport;
import io.netwright.data.DataReport.Role;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource.ColumnRule;
import io.netwright.data.DataSource.Csv;
import io.netwright.data.DataSpec;
import io.netwright.data.FeatureColumn;
import io.netwright.data.LoadedData;
import io.netwright.data.MissingRule;
import io.netwright.data.Part;
import io.netwright.data.Refused;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.Target;
import io.netwright.data.TargetSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLoaderTest {

    private static final Csv FILE = new Csv("in/data.csv");

    @TempDir
    Path dir;

    private LoadedData load(String text, DataSpec spec) throws IOException {
        Files.createDirectories(dir.resolve("in"));
        Files.writeString(dir.resolve("in/data.csv"), text);
        LoadedData data = DataLoader.load(spec, dir);
        data.report().notes().forEach(Refused::requireReadable);
        return data;
    }

    /// Everything in the training part, as it is.
    private LoadedData load(String text, Csv source) throws IOException {
        return load(text, new DataSpec(source, SplitSpec.ALL_TRAIN, Scaling.NONE));
    }

    private static double[] features(DataSet data) {
        double[] values = new double[data.size() * data.width()];
        data.features(data.indices(), 0, data.size(), values, 0);
        return values;
    }

    private static Target.Classes classes(LoadedData data) {
        return (Target.Classes) data.raw().target();
    }

    private static Target.Values values(LoadedData data) {
        return (Target.Values) data.raw().target();
    }

    private static TargetSpec target(TargetSpec.Kind kind, ColumnRef... columns) {
        return new TargetSpec(List.of(columns), kind);
    }

    @Test
    void theLastColumnIsTheTarget() throws IOException {
        LoadedData data = load("a,b,kind\n1,2,yes\n3,4,no\n5,6,yes\n", FILE);
        assertEquals("data.csv", data.raw().name());
        assertEquals(List.of("a", "b"), data.raw().featureNames());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, features(data.raw()));
        assertEquals(
                new Target.Classes(new int[] {1, 0, 1}, List.of("no", "yes")),
                data.raw().target());
        assertEquals(
                List.of(new DataReport.ClassCount("no", 1, 0, 0), new DataReport.ClassCount("yes", 2, 0, 0)),
                data.report().classes());
    }

    @Test
    void theTargetIsChosenByNameOrPosition() throws IOException {
        String text = "a,b,c\n1,2.5,3\n4,5.5,6\n";
        Csv byName = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of("b")));
        assertEquals(
                new Target.Values(new double[] {2.5, 5.5}, 1, List.of("b")),
                load(text, byName).raw().target());
        assertEquals(List.of("a", "c"), load(text, byName).raw().featureNames());
        Csv fromEnd = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of(-2)));
        assertEquals(
                load(text, byName).raw().target(), load(text, fromEnd).raw().target());
        Csv two = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of("c"), ColumnRef.of(0)));
        assertEquals(
                new Target.Values(new double[] {3, 1, 6, 4}, 2, List.of("c", "a")),
                load(text, two).raw().target());
        Csv none = FILE.withTarget(target(TargetSpec.Kind.NONE));
        assertEquals(3, load(text, none).raw().width());
        assertEquals(new Target.None(), load(text, none).raw().target());
    }

    @Test
    void aColumnThatIsNotThereIsRefused() throws IOException {
        Csv wrong = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of("z")));
        var refusal = Refused.by(() -> load("a,b\n1,2\n", wrong));
        assertEquals("data.source.target", refusal.where().place());
        assertTrue(Refused.text(refusal).endsWith("a, b / z"), Refused.text(refusal));
        Csv beyond = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of(-3)));
        Refused.by(() -> load("a,b\n1,2\n", beyond));
        Csv rule = FILE.withColumns(List.of(new ColumnRule(ColumnRef.of(7), ColumnUse.IGNORE)));
        assertEquals(
                "data.source.columns",
                Refused.by(() -> load("a,b\n1,2\n", rule)).where().place());
    }

    @Test
    void fewWholeNumbersAreClassesInTheOrderOfTheirValues() throws IOException {
        LoadedData data = load("1,10\n2,9\n3,10.0\n4,9\n", FILE);
        assertEquals(
                new Target.Classes(new int[] {1, 0, 1, 0}, List.of("9", "10")),
                data.raw().target());
        assertEquals(
                new Target.Values(new double[] {1, 2, 3}, 1, List.of("b")),
                load("a,b\n1,1\n2,2\n3,3\n", FILE).raw().target());
        String ages = "x,age\n"
                + IntStream.range(0, 100).mapToObj(i -> i + "," + i % 25 + "\n").reduce("", String::concat);
        assertEquals(
                25, Arrays.stream(values(load(ages, FILE)).values()).distinct().count());
        Csv asClass = FILE.withTarget(target(TargetSpec.Kind.CLASS));
        assertEquals(25, classes(load(ages, asClass)).classNames().size());
        assertEquals("2", classes(load(ages, asClass)).classNames().get(2));
        Csv asNumber = FILE.withTarget(target(TargetSpec.Kind.NUMBER));
        assertArrayEquals(
                new double[] {1, 0, 1, 0},
                values(load("1,1\n2,0\n3,1\n4,0\n", asNumber)).values());
    }

    @Test
    void classesAskedForAreTheSameHoweverNumbersAreWritten() throws IOException {
        Csv asClass = FILE.withTarget(target(TargetSpec.Kind.CLASS));
        Target.Classes target = classes(load("a,b\n1,1.0\n2,01\n3,1\n4,2\n5,x\n6,1d\n", asClass));
        assertEquals(List.of("1", "2", "1d", "x"), target.classNames());
        assertArrayEquals(new int[] {0, 0, 0, 1, 3, 2}, target.labels());
    }

    @Test
    void targetsThatMakeNoSenseAreRefused() {
        Csv twoClasses = FILE.withTarget(target(TargetSpec.Kind.CLASS, ColumnRef.of(0), ColumnRef.of(1)));
        Refused.by(() -> load("a,b\n1,2\n", twoClasses));
        assertEquals(
                "data.csv.target-empty",
                Refused.by(() -> load("a,b\n1,\n2,?\n", FILE)).what().key());
        Csv number = FILE.withTarget(target(TargetSpec.Kind.NUMBER));
        assertEquals(
                "line 2, column b",
                Refused.by(() -> load("a,b\n1,x\n2,y\n", number)).where().place());
        Csv ignored = FILE.withTarget(target(TargetSpec.Kind.AUTO, ColumnRef.of("b")))
                .withColumns(List.of(new ColumnRule(ColumnRef.of("b"), ColumnUse.IGNORE)));
        Refused.by(() -> load("a,b\n1,2\n", ignored));
        StringBuilder texts = new StringBuilder("x,text\n");
        IntStream.range(0, 60)
                .forEach(i -> texts.append(i).append(",text no ").append(i).append('\n'));
        assertEquals(
                "data.csv.no-class-column",
                Refused.by(() -> load(texts.toString(), FILE)).what().key());
    }

    @Test
    void textsBecomeOneFeatureACategory() throws IOException {
        LoadedData data = load("size,colour,y\n1,red,0.5\n2,blue,1.5\n3,red,2.5\n", FILE);
        assertEquals(List.of("size", "colour=blue", "colour=red"), data.raw().featureNames());
        assertArrayEquals(new double[] {1, 0, 1, 2, 1, 0, 3, 0, 1}, features(data.raw()));
        assertEquals(
                List.of(
                        new FeatureColumn.Number("size", 0, null),
                        new FeatureColumn.Category("colour", 1, List.of("blue", "red"), null)),
                data.preprocessing().columns());
        assertEquals(Role.ONE_HOT, data.report().columns().get(1).role());
        assertEquals(
                List.of("colour=blue", "colour=red"),
                data.report().columns().get(1).features());
    }

    @Test
    void columnsThatAreNoFeaturesAreLeftOutAndReported() throws IOException {
        StringBuilder text = new StringBuilder("id,day,empty,x,y\n");
        IntStream.range(0, 60).forEach(i -> text.append("name" + i + ",2012-01-01,," + i + "," + 0.5 * i + "\n"));
        LoadedData data = load(text.toString(), FILE);
        assertEquals(List.of("x"), data.raw().featureNames());
        assertEquals(60, data.raw().size(), "what is missing in a column that is not used costs no row");
        assertEquals(
                List.of(Role.TOO_MANY_TEXTS, Role.DATE, Role.EMPTY, Role.NUMBER, Role.TARGET),
                data.report().columns().stream().map(DataReport.Column::role).toList());
        assertTrue(Role.DATE.isLeftOut());
        Csv asked = FILE.withColumns(List.of(
                new ColumnRule(ColumnRef.of("id"), ColumnUse.CATEGORY),
                new ColumnRule(ColumnRef.of("x"), ColumnUse.CATEGORY),
                new ColumnRule(ColumnRef.of("y"), ColumnUse.IGNORE)));
        Csv askedTarget = asked.withTarget(target(TargetSpec.Kind.NONE));
        assertEquals(120, load(text.toString(), askedTarget).raw().width());
        assertEquals(
                Role.IGNORED,
                load(text.toString(), askedTarget).report().columns().get(4).role());
    }

    @Test
    void withoutYTheLastColumnThatIsUsedIsTheTarget() throws IOException {
        Csv source = FILE.withColumns(List.of(new ColumnRule(ColumnRef.of(-1), ColumnUse.IGNORE)));
        assertEquals(
                List.of("b"), values(load("a,b,c\n1,2.5,x\n2,3.5,y\n", source)).names());
    }

    @Test
    void rowsWithMissingValuesAreDroppedAndReported() throws IOException {
        LoadedData data = load("a,b,y\n1,2,0.5\n,3,1.5\n4,NA,2.5\n5,6,\n7,8,4.5\n", FILE);
        assertArrayEquals(new double[] {1, 2, 7, 8}, features(data.raw()));
        assertEquals(5, data.report().rowsRead());
        assertEquals(2, data.report().rowsUsed());
        assertEquals(3, data.report().dropped());
        assertEquals(List.of(3, 4, 5), data.report().droppedRows());
        assertEquals(List.of(4), data.report().columns().get(1).missingLines());
    }

    @Test
    void missingValuesAreFilledFromTheTrainingPartAlone() throws IOException {
        StringBuilder text = new StringBuilder("a,c,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 4 == 0 ? "" : i).append(i % 5 == 0 ? ",?" : i % 3 == 0 ? ",rare" : ",common");
            text.append(',').append(i == 7 ? "" : i + 0.5).append('\n');
        }
        DataSpec spec =
                new DataSpec(FILE.withMissing(MissingRule.IMPUTE), new SplitSpec(0.5, 0, 0.5, 3, true), Scaling.NONE);
        LoadedData data = load(text.toString(), spec);
        assertEquals(39, data.raw().size(), "a row without target is dropped all the same");
        var a = (FeatureColumn.Number) data.preprocessing().columns().get(0);
        var c = (FeatureColumn.Category) data.preprocessing().columns().get(1);
        double mean = Arrays.stream(data.split().of(Part.TRAIN))
                .map(s -> s < 7 ? s : s + 1)
                .filter(row -> row % 4 != 0)
                .average()
                .orElseThrow();
        assertEquals(mean, a.fill(), 1e-12);
        assertEquals("common", c.fill());
        assertEquals(mean, data.raw().feature(0, 0), 1e-12);
        assertEquals(1, data.raw().feature(0, 1), "common comes before rare");
        assertEquals(0, data.raw().feature(0, 2));
        assertEquals(1, data.raw().feature(1, 0));
    }

    @Test
    void missingValuesMayBeRefused() {
        Csv source = FILE.withMissing(MissingRule.REFUSE);
        var refusal = Refused.by(() -> load("a,b\n1,2\n,3\n", source));
        assertEquals("line 3, column a", refusal.where().place());
        var all = Refused.by(() -> load("a,b,y\n,2,1\n3,,2\n,2,3\n", FILE));
        assertTrue(Refused.text(all).contains("All 3 rows"), Refused.text(all));
        assertTrue(Refused.text(all).contains("\u201ca\u201d"), Refused.text(all));
    }

    @Test
    void aFileWithNothingToLearnFromIsRefused() {
        assertEquals(
                "data.csv.no-features",
                Refused.by(() -> load("x\n1\n2\n", FILE)).what().key());
        assertEquals(
                "data.csv.no-features",
                Refused.by(() -> load("d,x\n2012-01,1\n2012-02,2\n", FILE))
                        .what()
                        .key());
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        for (String path : new String[] {"", "  ", "a\0b"}) {
            var refusal = Refused.by(() -> DataLoader.load(DataSpec.of(new Csv(path)), dir));
            assertEquals("data.source.csv", refusal.where().place());
        }
        var absent = Refused.by(() -> DataLoader.load(DataSpec.of(new Csv("no/such.csv")), dir));
        assertEquals(dir.resolve("no/such.csv").toString(), absent.where().file());
    }

    @Test
    void scalingIsFittedOnTheTrainingPartAlone() throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        IntStream.range(0, 200).forEach(i -> text.append(i * i + "," + 3 + "," + (i % 2 == 0 ? "e" : "o") + "\n"));
        LoadedData data = load(text.toString(), DataSpec.of(FILE));
        int[] train = data.split().of(Part.TRAIN);
        double sum = 0;
        double squares = 0;
        for (int sample : train) {
            double v = data.prepared().feature(sample, 0);
            sum += v;
            squares += v * v;
            assertEquals(0, data.prepared().feature(sample, 1), "constant");
        }
        assertEquals(0, sum / train.length, 1e-12);
        assertEquals(1, squares / train.length, 1e-12);
        int[] test = data.split().of(Part.TEST);
        double testMean = Arrays.stream(test)
                .mapToDouble(s -> data.prepared().feature(s, 0))
                .average()
                .orElseThrow();
        assertTrue(Math.abs(testMean) > 1e-3, "not fitted on the test part");
        assertEquals(data.raw().target(), data.prepared().target());
        double[] row = new double[2];
        data.prepared().features(5, row, 0);
        data.preprocessing().scaler().invert(row);
        assertEquals(25, row[0], 1e-9);
    }

    @Test
    void loadingTwiceGivesTheSame() throws IOException {
        String text = "a,y\n"
                + IntStream.range(0, 50).mapToObj(i -> i + "," + i % 3 + "\n").reduce("", String::concat);
        LoadedData one = load(text, DataSpec.of(FILE));
        LoadedData two = load(text, DataSpec.of(FILE));
        assertEquals(one.split(), two.split());
        assertEquals(one.report(), two.report());
        assertEquals(one.preprocessing(), two.preprocessing());
        assertArrayEquals(features(one.prepared()), features(two.prepared()));
    }

    @Test
    void partsThatStayEmptyAreReported() throws IOException {
        LoadedData data = load("a,y\n1,2.5\n2,3.5\n", DataSpec.of(FILE));
        assertEquals(
                2,
                data.split().size(Part.TRAIN)
                        + data.split().size(Part.VALIDATION)
                        + data.split().size(Part.TEST));
        assertTrue(data.report().notes().stream().anyMatch(n -> n.key().equals("data.note.empty-part")));
    }

    @Test
    void aFormatThatIsSaidIsKeptTo() throws IOException {
        Csv source = FILE.withFormat(CsvFormat.AUTO.withDelimiter(CsvFormat.Delimiter.PIPE));
        Refused.by(() -> load("a,b\n1,2\n3,4\n", source));
        assertEquals(2, load("a|b|y\n1|2|3\n4|5|7\n", source).raw().width());
    }

    /// 20,640 rows of 10 columns, as many as the California housing data has. Processor time of this thread, since the
    /// machine may be busy with other things.
    @Test
    void tensOfThousandsOfRowsTakeLessThanASecond() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,d,e,f,g,h,i,kind\n");
        for (int i = 0; i < 20_640; i++) {
            for (int c = 0; c < 9; c++) {
                text.append(i % 100 == c ? "" : (i * 31 + c * 7) % 1000 + i / 1000.0)
                        .append(',');
            }
            text.append("kind ").append(i % 5).append('\n');
        }
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        LoadedData data = load(text.toString(), DataSpec.of(FILE));
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        assertEquals(20_640, data.report().rowsRead());
        assertTrue(seconds < 1, seconds + " s");
    }
}
