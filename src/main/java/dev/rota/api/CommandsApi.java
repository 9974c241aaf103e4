package dev.rota.api;

import dev.rota.conversation.Answering;
import dev.rota.conversation.Attention;
import dev.rota.conversation.Commands;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import dev.rota.media.Uploads;
import java.util.function.LongConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What programs do with a conversation, for the person or role of their token. The answer is the conversation as it is
 * then, or none when the command took it out of the caller's sight.
 */
@RestController
@RequestMapping("/api/conversations/{id}")
class CommandsApi {

    private final Commands commands;
    private final Inbox inbox;
    private final Uploads uploads;
    private final Attention attention;

    CommandsApi(Commands commands, Inbox inbox, Uploads uploads, Attention attention) {
        this.commands = commands;
        this.inbox = inbox;
        this.uploads = uploads;
        this.attention = attention;
    }

    @PostMapping("/claim")
    ResponseEntity<Whole> claim(
            @PathVariable String id, @RequestBody Body.Seen body, @AuthenticationPrincipal Viewer viewer) {
        return after(id, viewer, conversation -> commands.claim(conversation, body.epoch(), viewer));
    }

    @PostMapping("/assign")
    ResponseEntity<Whole> assign(
            @PathVariable String id, @RequestBody Body.Assign body, @AuthenticationPrincipal Viewer viewer) {
        return after(
                id,
                viewer,
                conversation -> commands.assign(conversation, body.epoch(), body.agent(), body.reason(), viewer));
    }

    @PostMapping("/release")
    ResponseEntity<Whole> release(
            @PathVariable String id, @RequestBody Body.Seen body, @AuthenticationPrincipal Viewer viewer) {
        return after(id, viewer, conversation -> commands.release(conversation, body.epoch(), viewer));
    }

    @PostMapping("/move")
    ResponseEntity<Whole> move(
            @PathVariable String id, @RequestBody Body.Move body, @AuthenticationPrincipal Viewer viewer) {
        return after(id, viewer, conversation -> commands.move(conversation, body.epoch(), body.queue(), viewer));
    }

    @PostMapping("/close")
    ResponseEntity<Whole> close(
            @PathVariable String id, @RequestBody Body.Seen body, @AuthenticationPrincipal Viewer viewer) {
        return after(id, viewer, conversation -> commands.close(conversation, body.epoch(), viewer));
    }

    @PostMapping("/reopen")
    ResponseEntity<Whole> reopen(
            @PathVariable String id, @RequestBody Body.Seen body, @AuthenticationPrincipal Viewer viewer) {
        return after(id, viewer, conversation -> commands.reopen(conversation, body.epoch(), viewer));
    }

    @PostMapping("/reply")
    ResponseEntity<Whole> reply(
            @PathVariable String id, @RequestBody Body.Reply body, @AuthenticationPrincipal Viewer viewer) {
        var seen = body.seen() == null ? null : Long.valueOf(Ids.message("seen", body.seen()));
        var wording = Words.of(body, file -> uploads.find(Ids.conversation(id), file));
        var answer = new Answering(body.epoch(), seen, wording, body.anyway());
        return after(id, viewer, conversation -> {
            commands.reply(conversation, answer, viewer);
            attention.reads(conversation, viewer);
        });
    }

    /** The customer sees that they were read, if the caller is responsible for them. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        attention.reads(Ids.conversation(id), viewer);
    }

    /** The customer sees for some seconds that somebody is typing, if the caller is responsible for them. */
    @PostMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        attention.types(Ids.conversation(id), viewer);
    }

    private ResponseEntity<Whole> after(String id, Viewer viewer, LongConsumer command) {
        var conversation = Ids.conversation(id);
        command.accept(conversation);
        return inbox.find(conversation, viewer).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }
}
