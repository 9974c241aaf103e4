package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final String JDK_HERE = System.getProperty("java.home");

    @Test
    void without_jdk_and_maven_it_says_so_in_one_sentence(@TempDir Path folder) throws Exception {
        var ended = launch(folder, Map.of("PATH", ""));

        assertThat(ended.err())
                .isEqualTo("rota: a JDK 17 or newer (on the PATH or in JAVA_HOME) and Maven 3.8 or newer"
                        + " (mvn on the PATH) is needed, and was not found.\n");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void with_a_jdk_only_maven_is_missing(@TempDir Path folder) throws Exception {
        var ended = launch(folder, Map.of("PATH", "", "JAVA_HOME", JDK_HERE));

        assertThat(ended.err()).isEqualTo("rota: Maven 3.8 or newer (mvn on the PATH) is needed, and was not found.\n");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void a_jdk_that_is_too_old_counts_as_none(@TempDir Path folder) throws Exception {
        var java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        Files.createSymbolicLink(java.resolveSibling("javac"), java);
        assertThat(java.toFile().setExecutable(true)).isTrue();

        var ended = launch(
                folder, Map.of("PATH", "", "JAVA_HOME", folder.resolve("jdk").toString()));

        assertThat(ended.err()).startsWith("rota: a JDK 17 or newer");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    private Ended launch(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        var script = Files.copy(Path.of("rota"), folder.resolve("rota"), StandardCopyOption.COPY_ATTRIBUTES);
        var builder = new ProcessBuilder(script.toString(), "demo")
                .directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), err);
    }

    private record Ended(int exitCode, String err) {}
}
