package dev.rota.api;

import dev.rota.conversation.Inbox;
import dev.rota.conversation.Notes;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes of people on conversations, which no customer gets. */
@RestController
class NotesApi {

    private final Notes notes;
    private final Inbox inbox;

    NotesApi(Notes notes, Inbox inbox) {
        this.notes = notes;
        this.inbox = inbox;
    }

    @PostMapping("/api/conversations/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Whole write(@PathVariable String id, @RequestBody Body.Note body, @AuthenticationPrincipal Viewer viewer) {
        var conversation = Ids.conversation(id);
        notes.write(conversation, body.text(), viewer);
        return inbox.find(conversation, viewer).orElseThrow(() -> Ids.noConversation(id));
    }
}
