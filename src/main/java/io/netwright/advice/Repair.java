package io.netwright.advice;

import io.netwright.edit.Edit;
import io.netwright.text.Message;

/// One way out of a problem: an edit that a person would make next.
///
/// @param label what a button says
/// @param edit  what it does, as one entry of the history
public record Repair(Message label, Edit edit) {

    static Repair of(Edit edit, String key, Object... args) {
        Message label = Message.of(key, args);
        return new Repair(label, new Edit(label, null, edit.change(), edit.moves()));
    }
}
