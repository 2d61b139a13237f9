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

    /// The place that ops see which do not say that they draw.
    private static final int UNKNOWN = -1;

    /// @return a run that serves every op that does not draw
    public static Run of(long seed, long step, int firstSample) {
        return new Run(seed, step, firstSample, UNKNOWN);
    }

    public Run at(int newInstruction) {
        return new Run(seed, step, firstSample, newInstruction);
    }

    @Override
    public int instruction() {
        if (instruction == UNKNOWN) {
            throw new IllegalStateException("an op that draws says so in Op.draws");
        }
        return instruction;
    }
}
