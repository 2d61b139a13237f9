package io.netwright.bench;

/// Somebody who trains a [BenchCase].
interface Contestant extends AutoCloseable {

    /// Takes one step: the next batch forwards and backwards, and an update of the weights.
    void step();

    /// @return the loss that the last step began with
    double loss();

    /// @return what multiplies the matrices
    String kernel();

    @Override
    void close();

    /// @param name `netwright`, `pytorch` or `dl4j`
    static Contestant of(String name, BenchCase c, int threads) {
        return switch (name) {
            case "netwright" -> new NetwrightContestant(c, threads);
            case "pytorch" -> new TorchContestant(c, threads);
            case "dl4j" -> new Dl4jContestant(c);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
