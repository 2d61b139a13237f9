package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/// All generators, in the order in which a person sees them. To add one, write its file and add its line.
public final class Generators {

    private static final List<Generator> ALL = List.of(
            new Xor(), //
            new Spirals(),
            new Circles(),
            new Moons(),
            new Blobs(),
            new RegressionPlane());

    private Generators() {}

    public static List<Generator> all() {
        return ALL;
    }

    /// @return the generator that a project file calls `id`
    /// @throws UserException where there is none
    public static Generator get(String id) {
        return ALL.stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.inProject(
                        "data.source.generator",
                        Message.of("data.generator.unknown", id),
                        Refusal.text(ALL.stream().map(Generator::id).collect(Collectors.joining(", "))),
                        Refusal.text(id)));
    }

    /// @return the data set that `source` describes
    /// @throws UserException where the generator is unknown, or an argument unknown or out of range
    public static DataSet generate(DataSource.Generated source) {
        Generator generator = get(source.generator());
        return generator.generate(new Arguments(generator, source.arguments()));
    }
}
