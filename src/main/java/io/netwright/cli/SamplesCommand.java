package io.netwright.cli;

import io.netwright.project.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `netwright samples`: the sample projects that come with the program.
@Command(name = "samples")
final class SamplesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    SamplesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (Samples.Sample sample : Samples.ALL) {
            if (common.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("sample", sample.name());
                json.put("title", console.messages().format(sample.title()));
                json.put("about", console.messages().format(sample.about()));
                console.json(json);
            } else {
                console.say("cli.samples.line", sample.name(), sample.about());
            }
        }
        return Exit.OK;
    }
}
