package io.netwright.layer.template;

import java.util.List;

/// The architectures to begin with, from the smallest.
public final class Templates {

    private static final List<Integer> TOKENS = List.of(SequenceTemplates.LENGTH);

    public static final List<Template> ALL = List.of(
            new Template("mlp", List.of(1, 28, 28), ImageTemplates.CLASSES, ImageTemplates::mlp),
            new Template("lenet5", List.of(1, 28, 28), ImageTemplates.CLASSES, ImageTemplates::lenet5),
            new Template("vgg", List.of(3, 32, 32), ImageTemplates.CLASSES, ImageTemplates::vgg),
            new Template("resnet", List.of(3, 32, 32), ImageTemplates.CLASSES, ImageTemplates::resnet),
            new Template("unet", List.of(1, 32, 32), 0, ImageTemplates::unet),
            new Template(
                    "lstm", List.of(SequenceTemplates.LENGTH, 8), SequenceTemplates.CLASSES, SequenceTemplates::lstm),
            new Template("gpt", TOKENS, SequenceTemplates.VOCABULARY, SequenceTemplates::gpt),
            new Template("bert", TOKENS, SequenceTemplates.CLASSES, SequenceTemplates::bert),
            new Template("transformer", TOKENS, SequenceTemplates.VOCABULARY, SequenceTemplates::transformer));

    private Templates() {}
}
