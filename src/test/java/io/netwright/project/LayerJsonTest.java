package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.edit.Design;
import io.netwright.layer.Bench;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A network around each layer of the registry, with all its settings on the bench, reads back from its JSON as it was
/// written.
class LayerJsonTest {

    private static final ProjectFile FILES = new ProjectFile(LayerRegistry.STANDARD);

    static List<Bench> benches() {
        return Bench.all();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void readsBackAsItWasWritten(Bench bench) {
        Project written = Project.empty("bench").withDesign(new Design(bench.network(), Layout.EMPTY));
        Project read = FILES.parse("bench", FILES.bytes(written));
        assertEquals(bench.network(), read.design().network());
    }
}
