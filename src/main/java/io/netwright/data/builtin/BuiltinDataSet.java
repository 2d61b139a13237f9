package io.netwright.data.builtin;

import io.netwright.data.DataSet;
import io.netwright.text.Message;

/// A data set that comes with the program.
public interface BuiltinDataSet {

    /// @return what a project file calls it
    String id();

    /// @return how many samples it has, known without reading them
    int size();

    /// @return the samples; read anew each time
    DataSet load();

    /// @return who made it and where it was published, as a reference is written
    String citation();

    /// @return the licence that it comes under
    String licence();

    /// @return what a person calls it; key `data.builtin.<id>`
    default Message title() {
        return Message.of("data.builtin." + id());
    }

    /// @return what it is, in a sentence or two; key `data.builtin.<id>.about`
    default Message about() {
        return Message.of("data.builtin." + id() + ".about");
    }
}
