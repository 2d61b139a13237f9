package io.netwright.layer;

import io.netwright.program.init.Initialiser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// An initialiser that a few numbers describe, or none: its name, the numbers with their defaults, and how it is made
/// of them. Explicit values are the only one that is none of these.
///
/// @param type    as [Initialiser#type]
/// @param numbers the default of each number by its name in files; words are in the bundles under
///   `layers.init.number.<name>`
/// @param make    the initialiser with these numbers, in the order of `numbers`
/// @param read    the numbers of an initialiser of this type, in that order
public record InitForm(
        String type,
        SequencedMap<String, Double> numbers,
        Function<double[], Initialiser> make,
        Function<Initialiser, double[]> read) {

    private static final String GAIN = "gain";
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";

    /// All of them, in the order in which they are offered.
    static final List<InitForm> ALL = List.of(
            plain(new Initialiser.GlorotUniform()),
            plain(new Initialiser.GlorotNormal()),
            plain(new Initialiser.HeUniform()),
            plain(new Initialiser.HeNormal()),
            plain(new Initialiser.LecunUniform()),
            plain(new Initialiser.LecunNormal()),
            new InitForm(
                    "uniform",
                    named("low", -0.1, "high", 0.1),
                    v -> new Initialiser.Uniform(v[0], v[1]),
                    i -> i instanceof Initialiser.Uniform(double low, double high) ? of(low, high) : of()),
            new InitForm(
                    "normal",
                    named(MEAN, 0, DEVIATION, 0.02),
                    v -> new Initialiser.Normal(v[0], v[1]),
                    i -> i instanceof Initialiser.Normal(double mean, double d) ? of(mean, d) : of()),
            new InitForm(
                    "truncatedNormal",
                    named(MEAN, 0, DEVIATION, 0.02),
                    v -> new Initialiser.TruncatedNormal(v[0], v[1]),
                    i -> i instanceof Initialiser.TruncatedNormal(double mean, double d) ? of(mean, d) : of()),
            new InitForm(
                    "orthogonal",
                    named(GAIN, 1),
                    v -> new Initialiser.Orthogonal(v[0]),
                    i -> i instanceof Initialiser.Orthogonal(double gain) ? of(gain) : of()),
            new InitForm(
                    "identity",
                    named(GAIN, 1),
                    v -> new Initialiser.Identity(v[0]),
                    i -> i instanceof Initialiser.Identity(double gain) ? of(gain) : of()),
            new InitForm(
                    "dirac",
                    named("groups", 1),
                    v -> new Initialiser.Dirac(v[0]),
                    i -> i instanceof Initialiser.Dirac(double groups) ? of(groups) : of()),
            plain(new Initialiser.Zeros()),
            plain(new Initialiser.Ones()),
            new InitForm(
                    "constant",
                    named("value", 0),
                    v -> new Initialiser.Constant(v[0]),
                    i -> i instanceof Initialiser.Constant(double value) ? of(value) : of()));

    private static InitForm plain(Initialiser initialiser) {
        return new InitForm(initialiser.type(), named(), v -> initialiser, i -> of());
    }

    private static double[] of(double... values) {
        return values;
    }

    private static SequencedMap<String, Double> named(Object... namesAndDefaults) {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndDefaults.length; i += 2) {
            map.put((String) namesAndDefaults[i], ((Number) namesAndDefaults[i + 1]).doubleValue());
        }
        return map;
    }

    /// @return the form of that name
    public static Optional<InitForm> of(String type) {
        return ALL.stream().filter(f -> f.type().equals(type)).findFirst();
    }
}
