package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class CheckCommandTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Map<String, String> SET =
            Map.of("HOST", "desk.example", "TOKEN", "t", "SECRETS", "s", "OLD_SECRET", "o");

    private final Path company;

    CheckCommandTest(@TempDir Path company) throws IOException {
        this.company = company;
        FileSystemUtils.copyRecursively(RESOURCES.resolve("config-good"), company.resolve("config"));
        FileSystemUtils.copyRecursively(RESOURCES.resolve("routes-good"), company.resolve("routes"));
    }

    @Test
    void a_company_without_a_problem_is_fine() {
        var ran = check(SET, company.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).doesNotContain("is not set");
    }

    @Test
    void problems_of_all_files_are_said_at_once_and_nothing_else() throws IOException {
        breakThree();

        var ran = check(SET, company.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines())
                .containsExactly(
                        company + "/config/teams.yaml:6: agents.bia.capacity: 'many' is not a whole number",
                        company + "/routes/10-receive.camel.yaml:11: no bean is called 'signatur';"
                                + " did you mean 'signature'?",
                        company + "/routes/triage/queue.camel.yaml:12: no queue is called 'slaes';"
                                + " did you mean 'sales'?");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void problems_are_json_where_it_is_asked_for() throws IOException {
        breakThree();

        var json = new ObjectMapper()
                .readTree(check(SET, "--json", company.toString()).out());

        assertThat(json).hasSize(3);
        assertThat(json.get(2))
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("file", company + "/routes/triage/queue.camel.yaml")
                        .put("line", 12)
                        .put("sentence", "no queue is called 'slaes'; did you mean 'sales'?"));
        assertThat(check(SET, "--json", "--help").exitCode()).isZero();
    }

    @Test
    void a_secret_that_is_not_set_here_is_a_warning_beside_the_findings() {
        var ran = check(Map.of(), company.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .contains("rota: warning: " + company
                        + "/config/numbers.yaml:4: the environment variable SECRETS is not set")
                .allMatch(line -> line.startsWith("rota: warning: "));
    }

    @Test
    void so_is_a_gap_in_the_time_ahead() {
        assertThat(check(SET, company.toString()).err())
                .contains("rota: warning: " + company + "/config/queues.yaml:")
                .contains(": queue 'sales' is open with nobody on shift every day 22:00-06:00, ");
    }

    @Test
    void without_a_folder_it_looks_at_those_of_the_engine_here() {
        var folders = Map.of(
                "ROTA_CONFIG_DIR", Path.of("config").toAbsolutePath().toString(),
                "ROTA_ROUTES_DIR", Path.of("routes").toAbsolutePath().toString());

        var ran = check(folders);

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.err()).contains("rota: warning: config/numbers.yaml:");
    }

    @Test
    void a_folder_that_holds_no_company_is_wrong_use() throws IOException {
        assertThat(check(SET, company + "/nowhere"))
                .isEqualTo(new Ran(2, "", "rota: There is no folder " + company + "/nowhere.\n"));

        FileSystemUtils.deleteRecursively(company.resolve("routes"));
        assertThat(check(SET, company.toString()))
                .isEqualTo(new Ran(2, "", "rota: There is no folder " + company + "/routes.\n"));
    }

    @Test
    void springs_own_file_is_looked_at_too() throws IOException {
        Files.writeString(company.resolve("config/application.yaml"), "rota:\n  port: 'x\n");

        assertThat(check(SET, company.toString()).out())
                .startsWith(company + "/config/application.yaml:3: this is not YAML: ");
    }

    private void breakThree() throws IOException {
        change("config/teams.yaml", "capacity: 3", "capacity: many");
        change("routes/10-receive.camel.yaml", "ref: signature", "ref: signatur");
        change("routes/triage/queue.camel.yaml", "queue:sales", "queue:slaes");
    }

    private void change(String file, String from, String to) throws IOException {
        var path = company.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private static Ran check(Map<String, String> variables, String... words) {
        return Ran.command(new CheckCommand(new Settings(variables)), words);
    }
}
