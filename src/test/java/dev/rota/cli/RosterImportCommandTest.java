package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.ConfigReader;
import dev.rota.shift.Attendance;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterImportCommandTest {

    private static final String GOOD =
            """
            calendar;shift;agent;from;to;days;cycle;anchor
            plantao;morning;rui;2026-12-01;2026-12-31;mon-fri;;
            plantao;night;gil;;;;12x36;2026-12-01
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void the_example_company() throws IOException {
        for (var name : new String[] {"numbers.yaml", "teams.yaml", "queues.yaml", "shifts.yaml", "downstreams.yaml"}) {
            Files.copy(Path.of("config", name), folder.resolve(name));
        }
        Files.copy(Path.of("config/feriados-sp.ics"), folder.resolve("feriados-sp.ics"));
    }

    @Test
    void a_roster_without_faults_is_in_the_folder_and_in_force_once_it_is_named() throws IOException {
        var ran = imported(GOOD);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("gave 2 rows to " + folder.resolve("roster.csv"), "rosterFile: roster.csv");
        assertThat(Files.readString(folder.resolve("roster.csv")))
                .isEqualTo(
                        """
                        calendar,shift,agent,from,to,days,cycle,anchor
                        plantao,morning,rui,2026-12-01,2026-12-31,mon-fri,,
                        plantao,night,gil,,,,12x36,2026-12-01
                        """);
        assertThat(attendance("rui", "2026-12-02T12:00:00Z")).isInstanceOf(Attendance.Off.class);
        name();
        assertThat(attendance("rui", "2026-12-02T12:00:00Z")).isInstanceOf(Attendance.OnShift.class);
        assertThat(imported(GOOD).out()).doesNotContain("rosterFile");
    }

    @Test
    void a_refused_row_keeps_all_others_out_and_is_reported_by_its_line() throws IOException {
        name();
        Files.writeString(folder.resolve("roster.csv"), "as it was");

        var ran = imported(GOOD + "plantao;nigth;gil;;;;;\nplantao;night;jil;;;;;\n");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "new.csv:4: shift: calendar 'plantao' has no such shift; did you mean 'night'?",
                        "new.csv:5: unknown agent 'jil'; did you mean 'gil'?",
                        "Nothing is written. Correct these rows, or take the other 2 with --skip-refused.");
        assertThat(folder.resolve("roster.csv")).hasContent("as it was");
    }

    @Test
    void the_others_are_taken_when_that_is_asked_for() throws IOException {
        var ran = imported(GOOD + "plantao;night;jil;;;;;\n", "--skip-refused", "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("\"taken\" : 2", "\"written\" : true", "did you mean 'gil'?");
        assertThat(Files.readAllLines(folder.resolve("roster.csv"))).hasSize(3);
        assertThat(folder.toFile().list()).doesNotContain(".roster.csv.new");
    }

    @Test
    void what_is_no_roster_or_stands_beside_broken_files_is_refused() throws IOException {
        assertThat(imported("").exitCode()).isEqualTo(1);
        assertThat(imported("calendar,shift,agent\n").out()).contains("has no rows");

        var file = folder.resolve("latin.csv");
        Files.write(file, GOOD.replace("rui", "josé").getBytes(Charset.forName("windows-1252")));
        assertThat(run(file).out()).contains("latin.csv:1: the file cannot be read as UTF-8 text");
        assertThat(run(folder.resolve("nowhere.csv")).exitCode()).isEqualTo(2);

        Files.writeString(folder.resolve("teams.yaml"), "teams: 1\n");
        var ran = imported(GOOD);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("teams.yaml:1: teams: expected keys with values");
        assertThat(folder.resolve("roster.csv")).doesNotExist();
    }

    private void name() throws IOException {
        var shifts = folder.resolve("shifts.yaml");
        Files.writeString(shifts, Files.readString(shifts) + "rosterFile: roster.csv\n");
    }

    private Attendance attendance(String agent, String at) {
        return ConfigReader.read(folder, name -> "set").required().timetable().attendance(agent, Instant.parse(at));
    }

    private Ran imported(String csv, String... options) throws IOException {
        var file = folder.resolveSibling(folder.getFileName() + "-new.csv");
        Files.writeString(file, csv);
        return run(file, options);
    }

    private Ran run(Path file, String... options) {
        var settings = new Settings(Map.of("ROTA_CONFIG_DIR", folder.toString()));
        var words = new String[options.length + 1];
        words[0] = file.toString();
        System.arraycopy(options, 0, words, 1, options.length);
        return Ran.command(new RosterImportCommand(settings), words);
    }
}
