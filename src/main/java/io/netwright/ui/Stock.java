package io.netwright.ui;

import io.netwright.edit.Design;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.template.Template;
import io.netwright.network.Layout;
import io.netwright.project.Piece;

/// What the palette has in stock to be put on the canvas.
public sealed interface Stock {

    /// A layer.
    record OfLayer(LayerInfo info) implements Stock {
        @Override
        public String title(Words words) {
            return info.type();
        }

        @Override
        public String family() {
            return info.family().key();
        }
    }

    /// Several nodes at once, with the wires among them.
    sealed interface Whole extends Stock {

        Design design();

        @Override
        default String family() {
            return Family.BLOCK.key();
        }
    }

    /// An architecture from the literature.
    record OfTemplate(Template template) implements Whole {
        @Override
        public String title(Words words) {
            return words.now(template.title());
        }

        @Override
        public Design design() {
            return new Design(template.network(), Layout.EMPTY);
        }
    }

    /// What the person kept.
    record Own(Piece piece) implements Whole {
        @Override
        public String title(Words words) {
            return piece.name();
        }

        @Override
        public Design design() {
            return piece.design();
        }
    }

    /// @return what it is called
    String title(Words words);

    /// @return the key of the family whose colour it has
    String family();

    /// @throws IllegalArgumentException where there is no such layer
    static Stock layer(LayerRegistry registry, String type) {
        return registry.find(type)
                .map(l -> new OfLayer(l.info()))
                .orElseThrow(() -> new IllegalArgumentException("no layer " + type));
    }
}
