package dev.rota.conversation;

import dev.rota.desk.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a message counts as said: by Meta's timestamp, but never after it arrived. */
final class MessageTimes {

    private MessageTimes() {}

    static Instant at(Turn turn) {
        var said = turn.message().said().at();
        var received = turn.event().receivedAt();
        return said.isAfter(received) ? received : said;
    }

    /** The same for a message that asks for an answer, which opens the 24 h window; null for any other. */
    static @Nullable Instant askedAt(Turn turn) {
        return turn.message().asksForAnswer() ? at(turn) : null;
    }
}
