package io.netwright.ui.canvas;

import io.netwright.text.Message;
import org.jspecify.annotations.Nullable;

/// What there is to say to a wire before it is drawn.
///
/// @param kind  whether it goes
/// @param words why not, or what would come of it; null where there is nothing to say
record Verdict(Kind kind, @Nullable Message words) {

    enum Kind {
        /// It fits, or nobody can tell yet.
        FITS,
        /// It can be drawn, but what flows is not taken there as it is; there are ways out.
        MISFIT,
        /// It cannot be drawn.
        REFUSED
    }

    boolean canBeDrawn() {
        return kind != Kind.REFUSED;
    }

    boolean fits() {
        return kind == Kind.FITS;
    }
}
