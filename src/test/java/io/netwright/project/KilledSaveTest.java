package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that does nothing but save is killed at random moments. Whatever it was doing, a whole project is left.
class KilledSaveTest {

    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void aKillAtAnyMomentLeavesAWholeProject() throws Exception {
        var files = new ProjectFile(LayerRegistry.STANDARD);
        files.create(folder, project(0));
        var random = new Random(5);
        int saves = 0;
        for (int i = 0; i < KILLS; i++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saves.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                // the child says so when it has begun
                assertEquals('s', child.getInputStream().read());
                Thread.sleep(random.nextInt(60));
            } finally {
                child.destroyForcibly();
            }
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
            Project left = files.load(folder);
            int number = Integer.parseInt(left.name());
            assertEquals(project(number), left);
            saves = Math.max(saves, number);
        }
        assertTrue(saves > 0, "no save was ever finished");
        assertTrue(Files.size(folder.resolve(ProjectFile.NAME)) > 30_000, "large enough to be caught half-written");
    }

    /// @return a project that is told from others by its name and each of its many nodes
    private static Project project(int number) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            nodes.add(Node.of("relu" + i + "of" + number, "ReLU"));
        }
        return Project.empty(Integer.toString(number))
                .withDesign(
                        new io.netwright.edit.Design(new Network(nodes, List.of()), io.netwright.network.Layout.EMPTY));
    }

    /// Run in a process of its own.
    static final class Saves {
        private Saves() {}

        public static void main(String[] args) {
            var files = new ProjectFile(LayerRegistry.STANDARD);
            for (int number = 1; ; number++) {
                files.save(Path.of(args[0]), project(number));
                if (number == 1) {
                    System.out.print('s');
                    System.out.flush();
                }
            }
        }
    }
}
