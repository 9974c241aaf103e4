package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files swap as one, and what their hash is of. */
class RuleFoldersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    @BeforeEach
    void a_company() throws IOException {
        write("config/teams.yaml", "teams: {}");
        write("routes/triage/queue.camel.yaml", "- route");
        write("routes/triage/tests/night.test.yaml", "cases");
        write("routes/downstream/desk.kamelet.yaml", "spec");
    }

    @Test
    void rules_tests_company_and_adapters_swap_and_nothing_else() throws IOException {
        write("config/application.yaml", "rota:");
        write("config/app-secret", "s3cret");
        write("config/schema/teams.schema.json", "{}");
        write("config/.teams.yaml.swp", "draft");
        write("routes/10-receive.camel.yaml", "- route");
        write("routes/sql/customer.sql", "SELECT");
        write("routes/triage/.draft.camel.yaml", "draft");
        write("routes/triage/README.md", "read me");

        assertThat(read().all())
                .extracting(RuleFile::name)
                .containsExactly(
                        "config/teams.yaml",
                        "routes/downstream/desk.kamelet.yaml",
                        "routes/triage/queue.camel.yaml",
                        "routes/triage/tests/night.test.yaml");
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void the_hash_follows_names_and_contents_and_nothing_else() throws IOException {
        var hash = read().hash();
        write("config/app-secret", "s3cret");
        assertThat(read().hash()).isEqualTo(hash).matches("[0-9a-f]{12}");
        assertThat(RuleFiles.of(read().all()).hash()).isEqualTo(hash);

        write("config/teams.yaml", "teams: { }");
        var edited = read().hash();
        Files.move(folder.resolve("config/teams.yaml"), folder.resolve("config/team.yaml"));

        assertThat(read().hash()).isNotEqualTo(edited).isNotEqualTo(hash);
        assertThat(edited).isNotEqualTo(hash);
    }

    @Test
    void files_behind_links_as_kubernetes_makes_them_are_read_once() throws IOException {
        var mounted = folder.resolve("mounted");
        Files.createDirectories(mounted.resolve("..2026_11_24"));
        Files.writeString(mounted.resolve("..2026_11_24/teams.yaml"), "teams: {}");
        Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..2026_11_24"));
        Files.createSymbolicLink(mounted.resolve("teams.yaml"), Path.of("..data/teams.yaml"));
        var linked = Files.createSymbolicLink(folder.resolve("linked"), mounted);

        assertThat(RuleFolders.readConfig(linked).all())
                .extracting(RuleFile::name, RuleFile::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("config/teams.yaml", linked + "/teams.yaml"));
    }

    @Test
    void what_cannot_be_read_is_a_problem() throws IOException {
        var hash = read().hash();
        write("config/huge.yaml", "#".repeat((1 << 20) + 1));

        assertThat(read().problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder + "/config/huge.yaml:1: has more than 1048576 bytes; nothing to edit has so many");
        assertThat(read().hash()).isNotEqualTo(hash);
        assertThat(RuleFolders.readRoutes(folder.resolve("nowhere")).problems())
                .singleElement()
                .asString()
                .startsWith(folder + "/nowhere/triage:1: cannot be read");
    }

    private RuleFiles read() {
        return RuleFolders.read(folder.resolve("config"), folder.resolve("routes"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
