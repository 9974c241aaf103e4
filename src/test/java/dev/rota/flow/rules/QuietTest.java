package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTest {

    private final Quiet quiet = new Quiet(3);

    @Test
    void files_count_when_three_looks_have_found_the_same_and_every_change_begins_anew() {
        assertThat(quiet.look(files("half"))).isEmpty();
        assertThat(quiet.look(files("half"))).isEmpty();
        assertThat(quiet.look(files("whole")))
                .as("the other file came in between")
                .isEmpty();
        assertThat(quiet.look(files("whole"))).isEmpty();
        assertThat(quiet.look(files("whole"))).isPresent();
        assertThat(quiet.look(files("whole"))).as("and from then on").isPresent();
        assertThat(quiet.look(files("half"))).isEmpty();
    }

    private static RuleFiles files(String text) {
        return RuleFiles.of(List.of(new RuleFile("config/teams.yaml", "", text.getBytes(StandardCharsets.UTF_8))));
    }
}
