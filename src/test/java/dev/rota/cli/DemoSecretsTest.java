package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSecretsTest {

    @Test
    void they_are_made_once_and_read_again_by_other_commands(@TempDir Path data) throws Exception {
        var made = DemoSecrets.readOrMake(data.resolve("new"));

        assertThat(DemoSecrets.readOrMake(data.resolve("new"))).isEqualTo(made);
        assertThat(DemoSecrets.read(data.resolve("new"))).isEqualTo(made);
        var file = data.resolve("new/demo-secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_administrators_token_is_the_one_that_commands_use(@TempDir Path data) {
        var made = DemoSecrets.readOrMake(data);

        assertThat(made.get(Settings.API_TOKENS)).isEqualTo("demo:admin:" + made.get(Settings.TOKEN));
    }

    @Test
    void a_file_that_lacks_one_keeps_the_others(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("demo-secrets.properties"), Settings.APP_SECRETS + "=kept\n");

        var secrets = DemoSecrets.readOrMake(data);

        assertThat(secrets).containsEntry(Settings.APP_SECRETS, "kept").containsKey(Settings.ADMIN_PASSWORD);
        assertThat(DemoSecrets.read(data)).isEqualTo(secrets);
    }

    @Test
    void without_a_demo_there_are_none(@TempDir Path data) {
        assertThat(DemoSecrets.read(data)).isEmpty();
    }
}
