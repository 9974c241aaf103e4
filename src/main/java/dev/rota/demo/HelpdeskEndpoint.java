package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The simulated helpdesk's API. */
@RestController
@Profile("demo")
class HelpdeskEndpoint {

    private final HelpdeskSimulator helpdesk;
    private final DemoSettings settings;

    HelpdeskEndpoint(HelpdeskSimulator helpdesk, DemoSettings settings) {
        this.helpdesk = helpdesk;
        this.settings = settings;
    }

    @PostMapping(path = "/demo/helpdesk/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<ResponseEntity<?>> command(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode command) {
        var answer = helpdesk.handle(key, command);
        var response = ResponseEntity.status(answer.status()).body(answer.body());
        var latency = settings.helpdeskLatency().toMillis();
        return CompletableFuture.supplyAsync(
                () -> response, CompletableFuture.delayedExecutor(latency, TimeUnit.MILLISECONDS));
    }

    @GetMapping("/demo/helpdesk/tickets.json")
    HelpdeskSimulator.Shelf shelf() {
        return helpdesk.shelf();
    }
}
