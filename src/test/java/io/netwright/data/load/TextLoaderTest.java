package io.netwright.data.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Refused;
import io.netwright.data.SplitSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLoaderTest {

    private static final SplitSpec HALF = new SplitSpec(0.5, 0.5, 0, 1, false);

    @TempDir
    private Path folder;

    private LoadedData load(String text, int length, int stride) throws IOException {
        Files.writeString(folder.resolve("t.txt"), text);
        return DataLoader.load(
                DataSpec.of(new DataSource.Text("t.txt", length, stride)).withSplit(HALF), folder);
    }

    @Test
    void everyCharacterIsATokenAndItsTargetTheNextOne() throws IOException {
        DataSet set = load("abcab, 你好!a", 4, 4).prepared();
        assertEquals(List.of(" ", "!", ",", "a", "b", "c", "你", "好"), set.vocabulary());
        assertEquals(2, set.size());
        assertEquals("abca", set.written(0));
        assertEquals("b, 你", set.written(1));
        double[] target = new double[4];
        set.target(1, target, 0);
        assertArrayEquals(new double[] {2, 0, 6, 7}, target);
    }

    @Test
    void theSplitKeepsTheOrderAndNoPartSeesAnother() throws IOException {
        LoadedData data = load("0123456789abcdefghij", 4, 2);
        // samples begin at 0, 2, ... 14; the fourth of the first half reaches into the second
        assertArrayEquals(new int[] {0, 1, 2}, data.split().of(Part.TRAIN));
        assertArrayEquals(new int[] {4, 5, 6, 7}, data.split().of(Part.VALIDATION));
        String seen = String.join(
                "",
                Arrays.stream(data.split().of(Part.TRAIN))
                        .mapToObj(data.raw()::written)
                        .toList());
        assertTrue(seen.chars().noneMatch(c -> data.raw().written(4).indexOf(c) >= 0), seen);
    }

    @Test
    void aTextThatIsTooShortIsRefused() {
        assertEquals(
                "data.text.short", Refused.by(() -> load("abcd", 4, 4)).what().key());
    }

    @Test
    void inputsAreReadWithTheVocabularyOfTheTraining() throws IOException {
        LoadedData data = load("hello world", 3, 3);
        Path file = Files.writeString(folder.resolve("in.txt"), "world ol");
        DataSet inputs = InputLoader.load(file, CsvFormat.AUTO, data.preprocessing());
        assertEquals(2, inputs.size());
        assertEquals("wor", inputs.written(0));
        assertEquals("ld ", inputs.written(1));
        Path strange = Files.writeString(folder.resolve("strange.txt"), "hex");
        var refused = Refused.by(() -> InputLoader.load(strange, CsvFormat.AUTO, data.preprocessing()));
        assertEquals("data.text.unknown", refused.what().key());
    }
}
