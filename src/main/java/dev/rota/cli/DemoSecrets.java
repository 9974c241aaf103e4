package dev.rota.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
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

    /** The secrets by name of variable; those that the file does not hold yet are made and added to it. */
    static Map<String, String> readOrMake(Path dataDir) {
        var secrets = new TreeMap<>(make());
        var known = read(dataDir);
        secrets.putAll(known);
        if (!known.keySet().equals(secrets.keySet())) {
            write(dataDir, secrets);
        }
        return secrets;
    }

    private static Map<String, String> make() {
        var token = secret();
        return Map.of(
                Settings.APP_SECRETS, secret(),
                Settings.VERIFY_TOKEN, secret(),
                Settings.ACCESS_TOKEN, secret(),
                Settings.HELPDESK_SECRET, secret(),
                Settings.ADMIN_PASSWORD, secret(),
                Settings.API_TOKENS, "demo:admin:" + token,
                Settings.TOKEN, token);
    }

    /** Whole or not at all, and never for other people's eyes. */
    private static void write(Path dataDir, Map<String, String> secrets) {
        var lines = secrets.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "# Of the demo only, and made anew when this file is gone.\n", "\n"));
        try {
            Files.createDirectories(dataDir);
            var whole = Files.createTempFile(dataDir, FILE, ".new"); // made for its owner only
            Files.writeString(whole, lines);
            Files.move(whole, dataDir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
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
