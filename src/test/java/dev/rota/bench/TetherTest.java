package dev.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TetherTest {

    /** Runs for ever, like an engine. */
    static final class Engine {

        public static void main(String[] args) throws InterruptedException {
            System.out.println(args[0]);
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void a_program_ends_when_the_one_that_started_it_is_gone_and_not_before() throws Exception {
        var process = start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("started");
            assertThat(process.waitFor(300, TimeUnit.MILLISECONDS))
                    .as("ended by itself")
                    .isFalse();

            process.getOutputStream().close(); // as the kernel does when the other end dies

            await().until(() -> !process.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, Tether.class.getName(), Engine.class.getName(), "started")
                .start();
    }
}
