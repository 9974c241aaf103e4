package dev.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--rates=0,--rates",
        "--connections=64;0,--connections",
        "--seconds=-1,--seconds",
        "--deliveries=0,--deliveries",
        "--streams=0,--streams",
        "--open=0,--open",
        "--waiting=0,--waiting",
        "--freed=0,--freed",
        "--said=0,--said",
        "--stored=0,--stored"
    })
    void what_cannot_be_measured_is_refused(String word, String named) {
        var err = new StringWriter();
        var command = new CommandLine(new BenchCommand()).setErr(new PrintWriter(err));

        assertThat(command.execute(word.replace(';', ','))).isEqualTo(2);
        assertThat(err.toString()).startsWith(named + " must be 1 or more");
    }
}
