package lenet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL 17 beside this JVM. It keeps its port and its data while it is stopped, and both are gone when it is closed. */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /** The user without rights of every Linux: PostgreSQL refuses to run as root. */
    private static final int NOBODY = 65534;

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final Path data;
    private final int port;
    private final boolean root;

    /** Starts it. */
    public PostgresServer() throws IOException {
        folder = Files.createTempDirectory("postgres");
        data = folder.resolve("data");
        root = isRoots(folder);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        PostgresBinaries.unpackInto(folder);
        if (root) {
            giveAway(folder);
        }
        run("initdb", "--username=" + SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        start();
    }

    /** An empty database on the one server that all tests of this JVM share. */
    public static RunningNode.Database newDatabase() {
        PostgresServer server = Shared.SERVER;
        String name = "test" + server.databases.incrementAndGet();
        RunningNode.Database first = server.database(SUPERUSER);
        JdbcClient.create(new DriverManagerDataSource(first.url(), first.username(), first.password()))
                .sql("create database " + name)
                .update();
        return server.database(name);
    }

    /** The database that every server begins with. */
    public RunningNode.Database database() {
        return database(SUPERUSER);
    }

    public int port() {
        return port;
    }

    /** Starts it where it was stopped. */
    public void start() {
        String options = "-F -p %d -c listen_addresses=localhost -c max_connections=300 -c unix_socket_directories="
                .formatted(port);
        run("pg_ctl", "start", "--wait", "--log=" + data.resolve("log"), "--options=" + options);
    }

    /** Stops it, whoever is connected. */
    public void stop() {
        run("pg_ctl", "stop", "--wait", "--mode=fast");
    }

    @Override
    public void close() {
        try {
            stop();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean canRunHere() throws IOException {
        Path file = Files.createTempFile("postgres", "");
        boolean root = isRoots(file);
        Files.delete(file);
        return !root || Needs.succeeds("setpriv", "--version");
    }

    private static boolean isRoots(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
    }

    private static void giveAway(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private RunningNode.Database database(String name) {
        return new RunningNode.Database("jdbc:postgresql://localhost:" + port + "/" + name, SUPERUSER, "");
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        command.add("--pgdata=" + data);
        Path output = folder.resolve(program + ".log");
        try {
            // Into a file: the server inherits it and keeps it open.
            int status = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Begins with its first use and ends with the JVM. */
    private static final class Shared {

        static final PostgresServer SERVER;

        static {
            try {
                SERVER = new PostgresServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
