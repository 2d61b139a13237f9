package io.netwright.data.load;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.Part;
import io.netwright.data.Refusal;
import io.netwright.data.Split;
import io.netwright.data.SplitSpec;
import io.netwright.data.Splitter;
import io.netwright.data.csv.TextSource;
import io.netwright.text.Message;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes data of a text: each character is a token, each sample a stretch of the text, and its target the same stretch
/// one character on.
final class TextLoader {

    /// Longer samples than this no network of this program is made for.
    private static final int LONGEST = 1 << 16;

    private TextLoader() {}

    static Assembled load(DataSource.Text source, Path path, SplitSpec spec) {
        require("length", source.length());
        require("stride", source.stride());
        String text = TextSource.read(path);
        List<String> vocabulary = vocabulary(text);
        int[] tokens = tokens(text, vocabulary, path);
        if (tokens.length <= source.length()) {
            throw Refusal.inFile(
                    path.toString(),
                    "",
                    Message.of("data.text.short", path.toString()),
                    Message.of("data.text.characters", source.length() + 1),
                    Message.of("data.text.characters", tokens.length),
                    null);
        }
        DataSet raw =
                DataSet.text(String.valueOf(path.getFileName()), vocabulary, tokens, source.length(), source.stride());
        Split split = Splitter.inOrder(raw.size(), spec, (source.length() - 1) / source.stride());
        int used = split.size(Part.TRAIN) + split.size(Part.VALIDATION) + split.size(Part.TEST);
        return new Assembled(raw, split, List.of(), source.length(), used, List.of(), List.of(), List.of());
    }

    private static void require(String field, int value) {
        if (value < 1 || value > LONGEST) {
            throw Refusal.inProject(
                    "data.source." + field,
                    Message.of("data.text.range", field),
                    Message.of("core.expected.int", 1, LONGEST),
                    Refusal.text(value));
        }
    }

    /// @return all different characters, in the order of Unicode
    private static List<String> vocabulary(String text) {
        return text.codePoints()
                .sorted()
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    /// @param path where the text is from
    /// @return the place of each character in the vocabulary
    /// @throws io.netwright.text.UserException where one is not in it
    static int[] tokens(String text, List<String> vocabulary, Path path) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            places.put(vocabulary.get(i).codePointAt(0), i);
        }
        return text.codePoints()
                .map(c -> {
                    Integer place = places.get(c);
                    if (place == null) {
                        String found = Character.toString(c);
                        throw Refusal.inFile(
                                path.toString(),
                                "",
                                Message.of("data.text.unknown", path.toString(), found),
                                Refusal.text(String.join("", vocabulary)),
                                Refusal.text(found),
                                null);
                    }
                    return place;
                })
                .toArray();
    }

    /// @return as many whole samples as the text has, one after the other; what is left over at the end is left out
    static double[] samples(Path path, List<String> vocabulary, int length) {
        int[] tokens = tokens(TextSource.read(path), vocabulary, path);
        if (tokens.length < length) {
            throw Refusal.inFile(
                    path.toString(),
                    "",
                    Message.of("data.text.short", path.toString()),
                    Message.of("data.text.characters", length),
                    Message.of("data.text.characters", tokens.length),
                    null);
        }
        double[] values = new double[tokens.length / length * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tokens[i];
        }
        return values;
    }
}
