package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The simulated Graph API. */
@RestController
@Profile("demo")
class MetaEndpoint {

    private final MetaSimulator meta;
    private final MetaTemplates templates = new MetaTemplates();

    MetaEndpoint(MetaSimulator meta) {
        this.meta = meta;
    }

    @PostMapping(path = "/demo/meta/{version}/{phoneNumberId}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> send(
            @PathVariable String phoneNumberId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody JsonNode request) {
        var answer = meta.send(phoneNumberId, authorization, request);
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    @PostMapping(path = "/demo/meta/{version}/{phoneNumberId}/media", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> upload(
            @PathVariable String phoneNumberId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        var answer = meta.upload(phoneNumberId, authorization);
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    @GetMapping(path = "/demo/meta/{version}/{phoneNumberId}")
    ResponseEntity<?> number(@PathVariable String phoneNumberId) {
        return ResponseEntity.ok(templates.health(phoneNumberId));
    }

    @GetMapping(path = "/demo/meta/{version}/{account}/message_templates")
    ResponseEntity<?> templates() {
        return ResponseEntity.ok(templates.page());
    }
}
