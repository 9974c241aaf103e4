package dev.rota.conversation;

import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a message counts as said: by Meta's timestamp, but never after it arrived. */
final class MessageTimes {

    private MessageTimes() {}

    static Instant at(Turn turn) {
        return at(turn.message());
    }

    static Instant at(Heard.Message message) {
        return at(message.said().at(), message.event());
    }

    static Instant at(Instant said, Event event) {
        return said.isAfter(event.receivedAt()) ? event.receivedAt() : said;
    }

    /**
     * The same for what opens the 24 h window: something that the customer said, also to another app of the company's.
     * Null for all else.
     */
    static @Nullable Instant askedAt(Turn turn) {
        var content = turn.message().said().content();
        var says = content.opensConversation() && !(content instanceof Content.Handover);
        return says && turn.message().source().isCustomer() ? at(turn) : null;
    }
}
