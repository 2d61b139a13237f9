package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SamplesTest {

    private static final Path SOURCES = Path.of("sample-projects");

    static final List<Samples.Sample> samples = Samples.ALL;

    private final ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);

    @TempDir
    Path folder;

    @Test
    void everyFolderIsListedAndEveryListedSampleHasItsFolder() throws IOException {
        try (var folders = Files.list(SOURCES)) {
            assertEquals(
                    new TreeSet<>(samples.stream().map(Samples.Sample::name).toList()),
                    new TreeSet<>(folders.map(f -> f.getFileName().toString()).toList()));
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void itsFileIsAsTheProgramWritesIt(Samples.Sample sample) throws IOException {
        Path file = SOURCES.resolve(sample.name()).resolve(ProjectFile.NAME);
        assertEquals(Files.readString(file), new String(files.bytes(sample.load(files)), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("samples")
    void itCompilesWithItsDataWithoutAWord(Samples.Sample sample) {
        Project project = sample.load(files);
        sample.copyTo(files, folder);
        var data = DataLoader.load(project.data(), folder);
        var compilation = new Compiler(LayerRegistry.STANDARD)
                .compile(project.network(), DataSignatures.of(data.prepared()), Compiler.Mode.TRAINING);
        assertEquals(List.of(), compilation.diagnostics());
    }

    @ParameterizedTest
    @FieldSource("samples")
    void itHasWordsAndALessonInBothLanguages(Samples.Sample sample) {
        String english = sample.lesson(files, Locale.ENGLISH);
        String chinese = sample.lesson(files, Locale.SIMPLIFIED_CHINESE);
        assertTrue(english.startsWith("# "), english);
        assertTrue(chinese.startsWith("# "), chinese);
        assertFalse(english.equals(chinese));
        assertEquals(outline(english), outline(chinese));
        for (Locale locale : Messages.LOCALES) {
            for (var m : List.of(sample.title(), sample.about())) {
                assertTrue(Messages.in(locale).has(m.key()), m.key());
            }
        }
    }

    /// What kinds of paragraphs a text has, in order: the two languages follow each other step by step.
    private static List<String> outline(String markdown) {
        return markdown.lines()
                .map(l -> l.replaceAll("^(#+ |- |\\d\\. |```).*", "$1"))
                .filter(l -> l.matches("#+ |- |\\d\\. |```"))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("samples")
    void aCopyIsAProjectWithItsLessons(Samples.Sample sample) throws IOException {
        Path own = folder.resolve("new/own");
        sample.copyTo(files, own);
        assertEquals(sample.load(files), files.load(own));
        assertEquals(
                Optional.of(sample.lesson(files, Locale.SIMPLIFIED_CHINESE)),
                ProjectFile.lesson(own, files.load(own), Locale.SIMPLIFIED_CHINESE));
        try (var copied = Files.list(own);
                var original = Files.list(SOURCES.resolve(sample.name()))) {
            assertEquals(
                    original.map(p -> p.getFileName().toString()).sorted().toList(),
                    copied.map(p -> p.getFileName().toString()).sorted().toList());
        }
        var taken = assertThrows(UserException.class, () -> sample.copyTo(files, own));
        assertEquals("project.create.taken", taken.what().key());
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertEquals("iris", Samples.get("iris").name());
        var e = assertThrows(UserException.class, () -> Samples.get("digit-cnn"));
        assertEquals(List.of("digit-cnn", "digits-cnn"), e.what().args());
        assertEquals(
                "project.sample.unknown",
                assertThrows(UserException.class, () -> Samples.get("qqq"))
                        .what()
                        .key());
    }
}
