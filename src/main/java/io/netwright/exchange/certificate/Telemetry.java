package io.netwright.exchange.certificate;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// Keeps ONNX Runtime from reporting home, because nothing that a person does here leaves their machine.
///
/// Since 1.29 the runtime's official builds collect what is run and on what kind of machine, and send it to their maker
/// (docs/Privacy.md there). On all systems but Windows that begins when the library is loaded, keeps an identifier in
/// the home folder, and ends the process with a segmentation fault where the command line is longer than about 4,000
/// bytes. It stays away altogether where an environment variable says so at that moment. Windows has no more than
/// events for its own log, which are switched off once the library is there.
final class Telemetry {

    static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /// Says so in the environment of this process; Java itself can only read it. To be called before the library is
    /// loaded.
    static void switchOff() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv says " + failed);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv throws nothing", e);
        }
    }
}
