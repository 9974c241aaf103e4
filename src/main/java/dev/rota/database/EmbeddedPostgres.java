package dev.rota.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/** A real PostgreSQL of Rota's own in a data folder, running until it is closed or Rota ends, however that comes. */
public final class EmbeddedPostgres implements PostgresServer {

    private final FolderLock lock;
    private final Server server;
    private final Supervisor supervisor;
    private final Roles roles;
    private final String password;

    private EmbeddedPostgres(FolderLock lock, Server server, Supervisor supervisor) throws SQLException {
        this.lock = lock;
        this.server = server;
        this.supervisor = supervisor;
        this.roles = new Roles(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/",
                server.cluster().password());
        this.password = roles.prepare();
    }

    /** Starts the server of a data folder, made at need, on a free port, or throws {@link DatabaseException}. */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, dataDir.resolve("postgres"), Server.freePort());
    }

    /** Starts it on a given port, with its programs unpacked into a folder that several data folders may share. */
    public static EmbeddedPostgres start(Path dataDir, Path programs, int port) {
        try {
            return locked(Archive.ofThisMachine(), folder(dataDir), folder(programs), port);
        } catch (IOException | SQLException e) {
            throw new DatabaseException(dataDir + ": the embedded PostgreSQL cannot be started here: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(dataDir + ": interrupted while the embedded PostgreSQL was starting", e);
        }
    }

    private static EmbeddedPostgres locked(Archive archive, Path dataDir, Path programs, int port)
            throws IOException, SQLException, InterruptedException {
        var lock = FolderLock.take(dataDir.resolve("rota.lock"))
                .orElseThrow(() -> new DatabaseException(
                        dataDir + ": another engine is running on this folder; stop it, or set another ROTA_DATA_DIR"));
        try {
            var user = ServerUser.find(dataDir.resolve("pg"), dataDir, programs);
            var log = ServerLog.open(dataDir.resolve("pg.log"));
            user.own(dataDir.resolve("rota.lock"));
            user.own(log.file());
            var binaries = Binaries.unpack(archive, programs, user);
            var cluster = Cluster.open(dataDir, binaries, user, log);
            return running(lock, new Server(binaries, cluster, user, log, port));
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres running(FolderLock lock, Server server)
            throws IOException, SQLException, InterruptedException {
        var supervisor = Supervisor.start(server);
        try {
            return new EmbeddedPostgres(lock, server, supervisor);
        } catch (SQLException | RuntimeException e) {
            supervisor.stop();
            throw e;
        }
    }

    /** The server's user may pass through the folder, and nobody else may look into it. */
    private static Path folder(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (!Files.isWritable(path)) {
            throw new DatabaseException(path + ": expected a folder that Rota can write to");
        }
        return path.toRealPath();
    }

    @Override
    public String jdbcUrl() {
        return roles.url() + Roles.ROTA;
    }

    @Override
    public String user() {
        return Roles.ROTA;
    }

    @Override
    public String password() {
        return password;
    }

    /** The port on 127.0.0.1, the same for as long as this object lives. */
    public int port() {
        return server.port();
    }

    /** A connection that may do anything, for what the engine's own role may not. */
    Connection superuser(String database) throws SQLException {
        return roles.superuser(database);
    }

    @Override
    public void close() {
        try (lock) {
            supervisor.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "the embedded PostgreSQL in " + server.cluster().folder();
    }
}
