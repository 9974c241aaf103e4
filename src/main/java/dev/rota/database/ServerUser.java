package dev.rota.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** As whom the server runs: as Rota's own user or, because PostgreSQL refuses root, as somebody with fewer rights. */
record ServerUser(List<String> prefix, int uid, int gid) {

    private static final int ROOT = 0;
    private static final List<String> ACCOUNTS = List.of("rota", "postgres", "nobody");

    /** Finds who can run a server on these folders, which exist; whoever owns {@code cluster} comes first. */
    static ServerUser find(Path cluster, Path... folders) throws IOException, InterruptedException {
        var self = new UnixSystem();
        if (self.getUid() != ROOT) {
            return new ServerUser(List.of(), (int) self.getUid(), (int) self.getGid());
        }
        for (var user : unprivileged(cluster)) {
            if (user.canEnter(folders)) {
                return user;
            }
        }
        throw new DatabaseException(
                folders[0] + ": PostgreSQL refuses to run as root, and neither setpriv nor unshare -U"
                        + " gave it another user who can enter this folder: start Rota as another user, or set"
                        + " ROTA_DATABASE_URL");
    }

    /** Makes the tree this user's own; a tree of some third user is refused, for its files could be anybody's. */
    void own(Path tree) throws IOException {
        var owner = (int) Files.getAttribute(tree, "unix:uid");
        if (owner == uid) {
            return;
        }
        if (owner != ROOT || new UnixSystem().getUid() != ROOT) {
            throw new DatabaseException(tree + ": belongs to user " + owner + ", but the server would run as user "
                    + uid + ": start Rota as its owner, or give it another ROTA_DATA_DIR");
        }
        FileTree.give(tree, uid, gid);
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    private static List<ServerUser> unprivileged(Path cluster) throws IOException {
        var users = new ArrayList<ServerUser>();
        if (Files.exists(cluster) && (int) Files.getAttribute(cluster, "unix:uid") != ROOT) {
            users.add(lowered(
                    (int) Files.getAttribute(cluster, "unix:uid"), (int) Files.getAttribute(cluster, "unix:gid")));
        }
        var passwd = Files.readAllLines(Path.of("/etc/passwd")).stream()
                .map(line -> line.split(":"))
                .toList();
        for (var account : ACCOUNTS) {
            passwd.stream()
                    .filter(entry -> entry[0].equals(account))
                    .forEach(entry -> users.add(lowered(Integer.parseInt(entry[2]), Integer.parseInt(entry[3]))));
        }
        users.add(new ServerUser(List.of("unshare", "-U"), ROOT, ROOT));
        return users;
    }

    private static ServerUser lowered(int uid, int gid) {
        return new ServerUser(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all"), uid, gid);
    }

    private boolean canEnter(Path... folders) throws InterruptedException {
        var words = new ArrayList<>(List.of("sh", "-c", "for folder do cd \"$folder\" || exit 1; done", "enter"));
        Stream.of(folders).map(Path::toString).forEach(words::add);
        try {
            return new ProcessBuilder(command(words))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
