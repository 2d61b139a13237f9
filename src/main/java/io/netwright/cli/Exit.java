package io.netwright.cli;

/// Exit codes.
public final class Exit {

    /// Done.
    public static final int OK = 0;
    /// It ran and the answer is no: a certificate or gradient check that fails, a run that diverged.
    public static final int NO = 1;
    /// Invalid input; a message on standard error names file, place, expected and found.
    public static final int INVALID = 2;
    /// The program itself is at fault; details are in the log.
    public static final int INTERNAL = 70;

    private Exit() {}
}
