package io.netwright;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `NOTICE` names what ships: each library that the program is started with, each font and each data set.
class NoticeTest {

    @Test
    void namesEveryLibraryAndNothingElse() throws IOException {
        assertEquals(shipped(), named());
    }

    @Test
    void namesEveryFont() throws IOException {
        String notice = Files.readString(Path.of("assets/fonts/OFL.txt"));
        try (Stream<Path> files = Files.list(Path.of("assets/fonts"))) {
            List<String> families = files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".otf") || name.endsWith(".ttf"))
                    .map(name -> name.split("[-_]")[0])
                    .distinct()
                    .toList();
            assertTrue(!families.isEmpty());
            assertEquals(
                    List.of(),
                    families.stream().filter(f -> !notice.contains(f)).toList());
        }
    }

    @Test
    void namesEveryDataSet() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        try (Stream<Path> files = Files.list(Path.of("assets/datasets"))) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .toList();
            assertTrue(!names.isEmpty());
            assertEquals(
                    List.of(), names.stream().filter(n -> !notice.contains(n)).toList());
        }
    }

    private static Set<String> shipped() throws IOException {
        try (JarFile launch = new JarFile("target/netwright-launch.jar")) {
            String path = launch.getManifest().getMainAttributes().getValue("Class-Path");
            return Stream.of(path.split(" "))
                    .filter(entry -> entry.startsWith("lib/"))
                    .map(entry -> entry.replaceFirst("lib/(.*?)-[0-9].*", "$1"))
                    .collect(toCollection(TreeSet::new));
        }
    }

    /// The column "Artifacts" of the table of libraries.
    private static Set<String> named() throws IOException {
        List<String> lines = Files.readString(Path.of("NOTICE")).lines().toList();
        int head = lines.indexOf(
                lines.stream().filter(l -> l.contains("Artifacts")).findFirst().orElseThrow());
        int from = lines.get(head).indexOf("Artifacts");
        int to = lines.get(head).indexOf("Licence");
        return lines.stream()
                .skip(head + 1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.length() > from)
                .map(line -> line.substring(from, Math.min(to, line.length())))
                .flatMap(cell -> Pattern.compile("[A-Za-z][A-Za-z0-9._-]+")
                        .matcher(cell.replaceAll("\\(.*?\\)", ""))
                        .results())
                .map(match -> match.group())
                .collect(toCollection(TreeSet::new));
    }
}
