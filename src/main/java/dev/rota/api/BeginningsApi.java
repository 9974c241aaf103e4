package dev.rota.api;

import dev.rota.conversation.Beginning;
import dev.rota.conversation.Beginnings;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Conversations that the company begins, by template. */
@RestController
class BeginningsApi {

    private final Beginnings beginnings;
    private final Inbox inbox;

    BeginningsApi(Beginnings beginnings, Inbox inbox) {
        this.beginnings = beginnings;
        this.inbox = inbox;
    }

    /** Answers 201 with the conversation, or without one that the caller does not see. */
    @PostMapping("/api/conversations")
    ResponseEntity<Whole> begin(@RequestBody Body.Begin body, @AuthenticationPrincipal Viewer viewer) {
        var id = beginnings.begin(
                new Beginning(
                        body.number(), body.customer(), Words.template(body.template()), body.queue(), body.agent()),
                viewer);
        return ResponseEntity.created(URI.create("/api/conversations/" + id))
                .body(inbox.find(id, viewer).orElse(null));
    }
}
