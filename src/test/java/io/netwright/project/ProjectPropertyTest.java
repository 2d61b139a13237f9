package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.text.UserException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProjectPropertyTest {

    private final ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);

    @Property
    void aProjectSurvivesSavingAndLoading(@ForAll long seed) {
        Project project = RandomProjects.of(seed);
        byte[] bytes = files.bytes(project);
        Project back = files.parse("test", bytes);
        assertEquals(project, back);
        assertArrayEquals(bytes, files.bytes(back), "saved again, byte for byte");
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.endsWith("}\n") && !text.contains("\t") && !text.contains("\r"));
    }

    /// Whatever happens to a file, it is opened whole or refused in words.
    @Property
    void aDamagedFileIsRefusedInWordsOrStillMakesAProject(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = files.bytes(RandomProjects.of(seed));
        for (int i = 0; i < 5; i++) {
            byte[] damaged = bytes.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean() ? (byte) random.nextInt(256) : damaged[random.nextInt(damaged.length)];
            try {
                Project project = files.parse("test", damaged);
                assertEquals(project, files.parse("test", files.bytes(project)));
            } catch (UserException e) {
                assertEquals("test", e.where().file());
            }
        }
    }
}
