package io.netwright.layer.template;

import io.netwright.network.Network;
import io.netwright.text.Message;
import java.util.List;
import java.util.function.Supplier;

/// An architecture from the literature, in a size that trains on a small machine: its layers, and what they are fed.
///
/// @param key     names it in the bundles: `layers.template.<key>`, and `.help` for a sentence about it
/// @param sample  the shape of a sample that it is made for
/// @param classes how many classes the last layer tells apart; 0 where it does not
/// @param make    the network
public record Template(String key, List<Integer> sample, int classes, Supplier<Network> make) {

    public Template {
        sample = List.copyOf(sample);
    }

    /// @return what a person calls it
    public Message title() {
        return Message.of("layers.template." + key);
    }

    /// @return what it is for, in a sentence
    public Message about() {
        return Message.of("layers.template." + key + ".help");
    }

    /// @return the network, made anew
    public Network network() {
        return make.get();
    }
}
