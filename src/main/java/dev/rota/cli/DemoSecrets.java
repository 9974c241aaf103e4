package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The secrets of the demo, made at its first start and kept in the data folder so that other commands agree. */
final class DemoSecrets {

    private static final String FILE = "demo-secrets.properties";
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoSecrets() {}

    /** The secrets by name of variable; empty when no demo has run in that data folder. */
    static Map<String, String> read(Path dataDir) {
        var file = dataDir.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Map.of();
        }
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException e) {
            throw CommandFailure.found(file + " cannot be read: " + e.getMessage() + ".");
        }
        return secrets.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> secrets.getProperty(name)));
    }

    /** The secrets by name of variable, made when there are none. */
    static Map<String, String> readOrMake(Path dataDir) {
        var known = read(dataDir);
        if (!known.isEmpty()) {
            return known;
        }
        var token = secret();
        write(
                dataDir,
                Map.of(
                        Settings.APP_SECRETS, secret(),
                        Settings.VERIFY_TOKEN, secret(),
                        Settings.ACCESS_TOKEN, secret(),
                        Settings.ADMIN_PASSWORD, secret(),
                        Settings.API_TOKENS, "demo:admin:" + token,
                        Settings.TOKEN, token));
        return read(dataDir);
    }

    private static void write(Path dataDir, Map<String, String> secrets) {
        var lines = secrets.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "# Of the demo only, and made anew when this file is gone.\n", "\n"));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(dataDir);
            var file = Files.createFile(dataDir.resolve(FILE), ownerOnly);
            Files.write(file, lines.getBytes(UTF_8));
        } catch (IOException e) {
            throw CommandFailure.found(dataDir.resolve(FILE) + " cannot be written: " + e.getMessage() + ".");
        }
    }

    private static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
