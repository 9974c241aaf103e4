package dev.rota.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Redmine 5, which has to be asked. */
final class Redmine extends RealHelpdesk {

    private static final String KEYS = "keys";

    Redmine(Path folder) {
        super(folder, "redmine");
    }

    @Override
    String configuration(URI url) {
        return """
               helpdesk:
                 kamelet: redmine-ticket-action
                 allowPrivateAddress: true
                 with: {url: "%s", token: "{{file:helpdesk-token}}", project: rota, field: "%s"}
                 back: {every: 1s}
               """
                .formatted(url, line(KEYS, "field", 2));
    }

    @Override
    String token() {
        return line(KEYS, "rota", 1);
    }

    @Override
    String id(String agent) {
        return line(KEYS, agent, 2);
    }

    @Override
    int tickets(String reference) {
        return found(reference).path("total_count").asInt();
    }

    @Override
    String owner(String reference) {
        var id = found(reference).path("issues").path(0).at("/assigned_to/id").asText();
        return lines(KEYS).entrySet().stream()
                .filter(line -> !line.getKey().contains("-") && line.getValue()[2].equals(id))
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("field"))
                .findFirst()
                .orElse("");
    }

    @Override
    void reply(String agent, String reference, String text) {
        change(agent, reference, Map.of("notes", text));
    }

    @Override
    void close(String agent, String reference) {
        change(agent, reference, Map.of("status_id", 5));
    }

    @Override
    List<String> said(String reference) {
        var issue = ask("rota", "GET", "/issues/" + issue(reference) + ".json?include=journals", "");
        return StreamSupport.stream(issue.at("/issue/journals").spliterator(), false)
                .map(journal -> journal.path("notes").asText())
                .filter(notes -> !notes.isEmpty())
                .toList();
    }

    private void change(String agent, String reference, Map<String, Object> issue) {
        ask(agent, "PUT", "/issues/" + issue(reference) + ".json", written(Map.of("issue", issue)));
    }

    private String issue(String reference) {
        return found(reference).path("issues").path(0).path("id").asText();
    }

    private JsonNode found(String reference) {
        var query = "/issues.json?status_id=*&cf_" + line(KEYS, "field", 2) + "=" + reference;
        return ask("rota", "GET", query, "");
    }

    private JsonNode ask(String agent, String method, String path, String body) {
        return call(method, path, body, "X-Redmine-API-Key", line(KEYS, agent, 1));
    }
}
