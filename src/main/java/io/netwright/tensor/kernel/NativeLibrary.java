package io.netwright.tensor.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Brings the native libraries of a jar onto the disk and into the process.
///
/// They are unpacked once into the user's cache folder, into a folder named after the jar's own path and size, and
/// loaded in whatever order their dependencies need.
final class NativeLibrary {

    private NativeLibrary() {}

    /// @return the platform's name as the OpenBLAS jars spell it, such as `linux-x86_64`
    static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "macosx" : os.contains("win") ? "windows" : "linux";
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        return system + (arm ? "-arm64" : "-x86_64");
    }

    /// Loads every library in folder `resource` of the class path whose name does not begin with `libjni` or `jni`.
    ///
    /// @throws IOException          where there is no such folder or it cannot be unpacked
    /// @throws UnsatisfiedLinkError where a library does not load
    static void loadAll(String resource, String probe) throws IOException {
        URL found = NativeLibrary.class.getResource("/" + resource + "/" + probe);
        if (found == null) {
            throw new IOException("no " + probe + " for " + platform() + " on the class path");
        }
        List<Path> files = unpack(found, resource);
        // A library loads once those that it needs are there, so go round until nothing moves any more.
        UnsatisfiedLinkError last = null;
        boolean moved = true;
        while (!files.isEmpty() && moved) {
            moved = false;
            for (Path file : List.copyOf(files)) {
                try {
                    System.load(file.toString());
                    files.remove(file);
                    moved = true;
                } catch (UnsatisfiedLinkError e) {
                    last = e;
                }
            }
        }
        if (last != null && !files.isEmpty()) {
            throw last;
        }
    }

    private static List<Path> unpack(URL probe, String resource) throws IOException {
        try {
            URI uri = probe.toURI();
            if (!uri.getScheme().equals("jar")) {
                return libraries(Path.of(uri).resolveSibling(".").normalize());
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                List<Path> inside = libraries(jar.getPath("/" + resource));
                long size = 0;
                for (Path file : inside) {
                    size += Files.size(file);
                }
                Path folder = cache().resolve(platform() + "-" + size);
                Files.createDirectories(folder);
                List<Path> outside = new ArrayList<>();
                for (Path file : inside) {
                    outside.add(copy(file, folder.resolve(file.getFileName().toString())));
                }
                return outside;
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Path> libraries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(f -> {
                        String name = f.getFileName().toString();
                        boolean library = name.contains(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
                        return library && !name.startsWith("libjni") && !name.startsWith("jni");
                    })
                    .sorted()
                    .toList());
        }
    }

    /// Copies through a temporary file, so that two programs that start at once never see half a library.
    private static Path copy(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.size(to) == Files.size(from)) {
            return to;
        }
        Path part = Files.createTempFile(to.getParent(), "part", null);
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        return to;
    }

    private static Path cache() {
        String set = System.getProperty("netwright.cache");
        if (set != null) {
            return Path.of(set);
        }
        String home = System.getProperty("user.home", "");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String local = System.getenv("LOCALAPPDATA");
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (os.contains("win") && local != null) {
            return Path.of(local, "Netwright", "native");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Caches", "Netwright", "native");
        }
        return (xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(home, ".cache")).resolve("netwright/native");
    }
}
