package dev.rota.flow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.ConfigReader;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Company;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The company's files with two helpdesks of which one calls back and the other is asked. */
final class TwoHelpdesks {

    /** Polled each time with what it was told last: the answer counts on from there. */
    private static final String COUNTING =
            """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata: {name: counting-poll, labels: {camel.apache.org/kamelet.type: action}}
            spec:
              definition: {title: Counting, description: Counts., type: object}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setBody: {expression: {jq: {expression: "((.cursor // \\"0\\") | tonumber) as $n | {cursor: (($n + 1) | tostring), more: ($n < 3), news: [range($n; $n + 2) | {key: \\"n\\\\(.)\\", ticketId: \\"1\\", what: \\"note\\", text: \\"n\\\\(.)\\"}]}"}}}
            """;

    /** Nothing is brought to anybody here. */
    private static final String SILENT =
            """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata: {name: NAME, labels: {camel.apache.org/kamelet.type: action}}
            spec:
              definition: {title: Silent, description: Does nothing., type: object}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setBody: {expression: {constant: {expression: ""}}}
            """;

    private TwoHelpdesks() {}

    static RuleFiles files() {
        var text =
                """
                helpdesk:
                  kamelet: webhook-ticket-action
                  back: {secret: "{{env:SECRET}}"}
                crm:
                  kamelet: counting-ticket-action
                  back: {every: 1h}
                """;
        return RuleFolders.read(Path.of("config"), Path.of("routes"))
                .with(file("config/downstreams.yaml", text))
                .with(silent("webhook-ticket-action"))
                .with(silent("counting-ticket-action"))
                .with(file("routes/downstream/counting-poll.kamelet.yaml", COUNTING));
    }

    private static RuleFile silent(String kamelet) {
        return file("routes/downstream/" + kamelet + ".kamelet.yaml", SILENT.replace("NAME", kamelet));
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param secret by which the first of them signs */
    static Company company(String secret) {
        var reading = ConfigReader.read(files(), Placeholders.of(Path.of("config"), name -> secret));
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.company());
    }
}
