package dev.rota.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Request Tracker 5, which calls back, and is asked besides. */
final class RequestTracker extends RealHelpdesk {

    RequestTracker(Path folder, URI callback) {
        super(folder, "request-tracker", callback.toString(), BACK_SECRET);
    }

    @Override
    String configuration(URI url) {
        return """
               helpdesk:
                 kamelet: request-tracker-ticket-action
                 allowPrivateAddress: true
                 with: {url: "%s", token: "{{file:helpdesk-token}}"}
                 back: {secret: "{{env:HELPDESK_BACK_SECRET}}", every: 5s}
               """
                .formatted(url);
    }

    @Override
    String token() {
        return line("tokens", "rota", 1);
    }

    @Override
    String id(String agent) {
        return agent;
    }

    @Override
    int tickets(String reference) {
        return found(reference).path("items").size();
    }

    @Override
    String owner(String reference) {
        var ticket = ticket(reference);
        if (ticket.isEmpty()) {
            return "";
        }
        var owner = ask("rota", "GET", "/ticket/" + ticket, "").at("/Owner/id").asText();
        return owner.equals("Nobody") ? "" : owner;
    }

    @Override
    void reply(String agent, String reference, String text) {
        ask(
                agent,
                "POST",
                "/ticket/" + ticket(reference) + "/correspond",
                written(Map.of("Content", text, "ContentType", "text/plain")));
    }

    @Override
    void close(String agent, String reference) {
        ask(agent, "PUT", "/ticket/" + ticket(reference), "{\"Status\": \"resolved\"}");
    }

    @Override
    List<String> said(String reference) {
        var path = "/ticket/" + ticket(reference) + "/attachments?fields=Content&per_page=100";
        return StreamSupport.stream(ask("rota", "GET", path, "").path("items").spliterator(), false)
                .map(item -> item.path("Content").asText())
                .toList();
    }

    private String ticket(String reference) {
        return found(reference).path("items").path(0).path("id").asText();
    }

    private JsonNode found(String reference) {
        var query = URLEncoder.encode("Queue='Rota' AND 'CF.{Rota}'='" + reference + "'", StandardCharsets.UTF_8);
        return ask("rota", "GET", "/tickets?query=" + query, "");
    }

    private JsonNode ask(String agent, String method, String path, String body) {
        return call(method, "/REST/2.0" + path, body, "Authorization", "token " + line("tokens", agent, 1));
    }
}
