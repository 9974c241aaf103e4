package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {

    private final Path folder;

    ServerUserTest(@TempDir(factory = InTarget.class) Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @Test
    void root_lets_somebody_else_run_the_server() throws Exception {
        assumeThat(new UnixSystem().getUid()).isZero();
        var user = find();
        assertThat(user.prefix()).startsWith("setpriv");
        assertThat(user.uid()).isNotZero();
    }

    @Test
    void root_runs_it_without_rights_of_its_own_where_nobody_else_may_enter() throws Exception {
        assumeThat(new UnixSystem().getUid()).isZero();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(find()).isEqualTo(new ServerUser(List.of("unshare", "-U"), 0, 0));
    }

    @Test
    void whoever_owns_the_cluster_goes_on_running_it() throws Exception {
        assumeThat(new UnixSystem().getUid()).isZero();
        var cluster = Files.createDirectory(folder.resolve("pg"));
        FileTree.give(cluster, 54321, 54322);
        assertThat(find().uid()).isEqualTo(54321);
        assertThat(find().gid()).isEqualTo(54322);
    }

    @Test
    void a_tree_of_some_third_user_is_refused() throws Exception {
        assumeThat(new UnixSystem().getUid()).isZero();
        var tree = Files.createDirectory(folder.resolve("17.11"));
        FileTree.give(tree, 54321, 54321);
        assertThatThrownBy(() -> find().own(tree))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("belongs to user 54321");
    }

    @Test
    void anybody_else_runs_it_as_himself() throws Exception {
        var uid = new UnixSystem().getUid();
        assumeThat(uid).isNotZero();
        assertThat(find().prefix()).isEmpty();
        assertThat(find().uid()).isEqualTo((int) uid);
    }

    private ServerUser find() throws IOException, InterruptedException {
        return ServerUser.find(folder.resolve("pg"), folder);
    }
}
