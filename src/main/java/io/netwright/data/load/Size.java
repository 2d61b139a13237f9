package io.netwright.data.load;

import io.netwright.data.Refusal;
import io.netwright.text.Message;

/// Refuses data that would not fit, before it is made.
final class Size {

    /// A raw and a scaled copy, and as much again for everything else.
    private static final int COPIES = 3;

    private Size() {}

    /// @throws io.netwright.text.UserException where so many numbers do not fit into this program's memory
    static void requireRoom(String file, long rows, long width) {
        long numbers = Math.multiplyExact(rows, width);
        long room = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / COPIES / Double.BYTES);
        if (numbers > room) {
            throw Refusal.inFile(
                    file,
                    "",
                    Message.of("data.too-large", rows, width),
                    Message.of("data.numbers-at-most", room),
                    Message.of("data.numbers", numbers),
                    null);
        }
    }
}
