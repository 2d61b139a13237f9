package io.netwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where in a document a person is: the level that is open, and the nodes selected there.
///
/// @param level the blocks that lead there, from the outermost; empty for the document itself
/// @param names nodes of that level
public record Place(List<String> level, Set<String> names) {

    /// The document itself, with nothing selected.
    public static final Place TOP = new Place(List.of(), Set.of());

    public Place {
        level = List.copyOf(level);
        names = Set.copyOf(names);
    }

    /// @return the path, as [io.netwright.network.References] writes it, of a node of the level
    public String path(String name) {
        return level.isEmpty() ? name : String.join(".", level) + "." + name;
    }

    /// @return this place in `document`; where its level is not there, the nearest one around it, with the block that
    ///   led inwards selected, so far as that is there
    Place within(Design document) {
        List<String> there = new ArrayList<>(level);
        Set<String> wanted = names;
        Optional<Design> at = Levels.at(document, there);
        while (at.isEmpty()) {
            wanted = Set.of(there.removeLast());
            at = Levels.at(document, there);
        }
        Set<String> present = at.get().network().nodes().keySet();
        return new Place(
                there, Set.copyOf(wanted.stream().filter(present::contains).toList()));
    }
}
