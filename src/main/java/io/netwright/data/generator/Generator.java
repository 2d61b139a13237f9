package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.text.Message;
import java.util.List;

/// Draws a data set from a few numbers. The same numbers give the same data set, on every platform.
public interface Generator {

    /// @return what a project file calls it
    String id();

    /// @return its parameters in the order in which a person sees them
    List<Parameter> parameters();

    /// @return the data set for these values
    DataSet generate(Arguments arguments);

    /// @return what a person calls it; key `data.generator.<id>`
    default Message title() {
        return Message.of("data.generator." + id());
    }

    /// @return what it draws, in a sentence or two; key `data.generator.<id>.about`
    default Message about() {
        return Message.of("data.generator." + id() + ".about");
    }
}
