package io.netwright.train;

import io.netwright.compile.DataSignature;
import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.text.Message;
import io.netwright.text.UserException;

/// What a data set looks like to a network.
public final class DataSignatures {

    private DataSignatures() {}

    /// @return the shapes and the kind of target that `data` has
    /// @throws UserException where it has no target
    public static DataSignature of(DataSet data) {
        return switch (data.target()) {
            case Target.Classes c ->
                DataSignature.classes(data.sampleShape(), c.classNames().size());
            case Target.Probabilities p -> new DataSignature(data.sampleShape(), p.shape(), false, p.width());
            case Target.Next n -> DataSignature.text(n.width(), n.classNames().size());
            case Target.Values v -> DataSignature.values(data.sampleShape(), v.width());
            case Target.None n -> throw new UserException(Message.of("train.problem.noTarget", data.name()));
        };
    }
}
