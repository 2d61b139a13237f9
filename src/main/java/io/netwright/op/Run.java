package io.netwright.op;

/// What an op may know of the moment at which it runs.
///
/// @param seed        the run's seed
/// @param step        the number of the training step, from 0
/// @param firstSample the place of this part's first sample in its batch; a batch that is sharded over threads draws
///                    the same random numbers as one that is not
/// @param instruction the place of the instruction in its program, so that two dropouts draw different numbers
public record Run(long seed, long step, int firstSample, int instruction) {

    /// A run for ops that draw no random numbers.
    public static final Run PLAIN = new Run(0, 0, 0, 0);

    public Run at(int newInstruction) {
        return new Run(seed, step, firstSample, newInstruction);
    }
}
