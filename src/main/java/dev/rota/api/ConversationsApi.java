package dev.rota.api;

import dev.rota.conversation.Explanation;
import dev.rota.conversation.Filter;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Page;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The conversations that the caller may see, and why they are where they are. */
@RestController
class ConversationsApi {

    private final Inbox inbox;

    ConversationsApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/api/conversations")
    Page<Summary> list(Wanted wanted, @AuthenticationPrincipal Viewer viewer) {
        return inbox.list(wanted.filter(), viewer);
    }

    @GetMapping("/api/conversations/{id}")
    Whole find(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return inbox.find(Ids.conversation(id), viewer).orElseThrow(() -> Ids.noConversation(id));
    }

    @GetMapping("/api/conversations/{id}/explain")
    Explanation explain(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return inbox.explain(Ids.conversation(id), viewer).orElseThrow(() -> Ids.noConversation(id));
    }

    /** The parameters of a list, as they stand in the address. */
    record Wanted(
            @Nullable String status,
            @Nullable String queue,
            @Nullable String agent,
            @Nullable String number,
            @Nullable String q,
            @Nullable String cursor,
            @Nullable String limit) {

        Filter filter() {
            return Filter.NONE
                    .withStatus(Parameters.status(status))
                    .withQueue(Parameters.text(queue))
                    .withAgent(Parameters.text(agent))
                    .withNumber(Parameters.text(number))
                    .withQ(Parameters.text(q))
                    .withCursor(Parameters.text(cursor))
                    .withLimit(Parameters.limit(limit));
        }
    }
}
