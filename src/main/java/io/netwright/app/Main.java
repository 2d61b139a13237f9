package io.netwright.app;

import io.netwright.cli.Console;
import io.netwright.cli.NetwrightCommand;
import io.netwright.text.Messages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the program begins: every start is a command line, and the window is one of its commands. It does not extend
/// `Application`: a main class that does cannot be started from the class path.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // what is printed is UTF-8 everywhere, whatever the system's own encoding
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        Messages messages = Messages.in(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        Console console = new Console(out, err, messages);
        int code = NetwrightCommand.run(console, new WindowDesktop(console), args);
        out.flush();
        // JavaFX's threads would keep a command alive that has done its work
        System.exit(code);
    }
}
