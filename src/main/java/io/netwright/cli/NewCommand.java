package io.netwright.cli;

import io.netwright.layer.LayerRegistry;
import io.netwright.project.ProjectFile;
import io.netwright.project.Samples;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `netwright new`: makes a project of one's own from a sample.
@Command(name = "new")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
    private Path folder;

    @Option(names = "--from", paramLabel = "SAMPLE", required = true)
    private String from;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Samples.get(from).copyTo(new ProjectFile(LayerRegistry.STANDARD), folder);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", "done");
            json.put("project", folder.toString());
            console.json(json);
        } else {
            console.say("cli.new.done", folder.toString());
        }
        return Exit.OK;
    }
}
