package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A command in a process of its own, as people and scripts run it. */
class LogsTest {

    @Test
    void the_standard_output_holds_the_answer_and_nothing_else() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var explain = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.rota.Rota",
                        "explain",
                        "--number",
                        "suporte",
                        "--text",
                        "oi",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(explain.getInputStream().readAllBytes(), UTF_8))
                .startsWith("{")
                .endsWith("}\n");
        assertThat(explain.waitFor()).isZero();
    }
}
