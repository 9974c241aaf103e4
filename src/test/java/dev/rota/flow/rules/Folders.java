package dev.rota.flow.rules;

import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The example company in a folder of its own, whose files a test saves, breaks and mends; its adapters bring nothing. */
record Folders(Path folder) {

    static final String QUEUE = "routes/triage/queue.camel.yaml";
    static final String TEAMS = "config/teams.yaml";
    static final String ADAPTER = "routes/downstream/webhook-ticket-action.kamelet.yaml";

    private static final String ANSWERS =
            """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: webhook-ticket-action
              labels: {camel.apache.org/kamelet.type: action}
            spec:
              definition:
                title: Answers
                description: Answers at once.
                type: object
                required: [url, secret]
                properties:
                  url: {title: URL, description: Is answered with., type: string}
                  secret: {title: Secret, description: Is not used., type: string, format: password}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setVariable: {name: key, expression: {constant: {expression: "{{secret}}"}}}
                    - setBody: {expression: {simple: {expression: "first at {{url}}"}}}
            """;

    static Folders in(Path folder) {
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), folder.resolve("config"));
            FileSystemUtils.copyRecursively(Path.of("routes/triage"), folder.resolve("routes/triage"));
            FileSystemUtils.copyRecursively(Path.of("routes/downstream"), folder.resolve("routes/downstream"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var folders = new Folders(folder);
        folders.save(ADAPTER, ANSWERS);
        return folders;
    }

    RuleFiles read() {
        return RuleFolders.read(folder.resolve("config"), folder.resolve("routes"));
    }

    void save(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves a file with something in it replaced, which must stand there. */
    void replace(String name, String what, String by) {
        try {
            var text = Files.readString(folder.resolve(name));
            if (!text.contains(what)) {
                throw new IllegalArgumentException(name + " has no " + what);
            }
            save(name, text.replace(what, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
