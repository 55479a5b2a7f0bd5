package org.hotlinegateway.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of this build in jars, and an archive of them that a JVM maps instead of loading them one by one: a gateway
 * then starts with two thirds of the processor time. Making it costs about two starts, so it pays where many are started.
 */
public final class SharedClasses {
    private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);
    private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
    private static final int MADE_WITHIN_SECONDS = 240;
    private static SharedClasses made;

    private final String classPath;
    private final Path archive;

    private SharedClasses(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Of the class path of this JVM; made at the first call. */
    public static synchronized SharedClasses ofThisBuild() {
        if (made == null) {
            try {
                made = make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    /** Class path and archive, as options of a JVM. Without an archive it starts all the same. */
    public List<String> options() {
        return List.of("-cp", classPath, "-Xshare:auto", "-Xlog:cds=off", "-XX:SharedArchiveFile=" + archive);
    }

    private static SharedClasses make() throws IOException {
        Files.createDirectories(FOLDER);
        Path folder = Files.createTempDirectory(FOLDER, "");
        List<String> entries = new ArrayList<>();
        for (String entry : GatewayProcess.classPath().split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, folder.resolve(entries.size() + ".jar")) : entry);
        }
        SharedClasses shared =
                new SharedClasses(String.join(File.pathSeparator, entries), folder.resolve("gateway.jsa"));
        shared.dump(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return shared;
    }

    /** With entries for the folders too: the search for components walks them. */
    private static String jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path file : files.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean folder = Files.isDirectory(file);
                out.putNextEntry(new ZipEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar.toString();
    }

    /** A gateway that ends as soon as it has started leaves the archive. */
    private void dump(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-XX:TieredStopAtLevel=1",
                        "-Dspring.context.exit=onRefresh",
                        "-cp",
                        classPath,
                        "org.hotlinegateway.HotlineGateway",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--gateway.simulator.enabled=false",
                        "--gateway.data-dir=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(MADE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Files.exists(archive)) {
            LOG.warn("no archive of classes was made, gateways start without one; log in {}", folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException left) {
            LOG.warn("{} stays", folder);
        }
    }
}
