package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RotaTest {

    @Test
    void every_command_says_what_it_does() {
        Rota.commands().getSubcommands().forEach((name, command) -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .as(name)
                .isNotEmpty());
    }

    @Test
    void an_unknown_command_is_wrong_use_in_a_sentence() {
        var err = new StringWriter();

        var exitCode = Rota.commands().setErr(new PrintWriter(err, true)).execute("dance");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith("rota: Unmatched argument at index 0: 'dance'");
    }
}
