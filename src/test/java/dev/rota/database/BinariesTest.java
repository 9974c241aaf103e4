package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    private final Path folder;
    private final ServerUser user;

    BinariesTest(@TempDir(factory = InTarget.class) Path folder) throws Exception {
        this.folder = folder.toRealPath();
        user = ServerUser.find(this.folder.resolve("pg"), this.folder);
    }

    @Test
    void what_a_killed_unpacking_left_is_replaced_by_a_whole_tree_which_is_used_from_then_on() throws IOException {
        Files.createDirectories(folder.resolve("17.11.partial/bin"));
        Files.createFile(folder.resolve("17.11.partial/bin/half"));

        var binaries = Binaries.unpack(Archive.ofThisMachine(), folder, user);

        assertThat(binaries.program("postgres")).isExecutable();
        assertThat(binaries.program("half")).doesNotExist();
        assertThat(folder.resolve("17.11.partial")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries.home())))
                .isEqualTo("rwx------");

        var marked = Files.createFile(binaries.program("marked"));
        assertThat(Binaries.unpack(Archive.ofThisMachine(), folder, user)).isEqualTo(binaries);
        assertThat(marked).exists();
    }

    @Test
    void a_machine_that_rota_brings_no_programs_for_is_named() {
        assertThatThrownBy(() -> Archive.of("Windows 11", "amd64"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no PostgreSQL for Windows 11 on amd64")
                .hasMessageContaining("ROTA_DATABASE_URL");
        assertThatThrownBy(() -> Archive.of("Mac OS X", "x86_64")).hasMessageContaining("Mac OS X on x86_64");
    }
}
