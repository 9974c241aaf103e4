package dev.rota.downstream.back;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows how far each downstream has been asked, and keeps what it answers in the same commit. */
public final class Polls {

    private static final String CLAIM =
            """
            INSERT INTO poll AS p (downstream, next_at) VALUES (:downstream, :next)
            ON CONFLICT (downstream) DO UPDATE SET next_at = excluded.next_at WHERE p.next_at <= :now
            RETURNING cursor
            """;

    private static final String KEEP =
            """
            INSERT INTO callback (downstream, received_at, polled, body, state, not_before)
            VALUES (:downstream, :now, true, :body, 'due', :now)
            """;

    /** Whoever was quicker has moved it already; what both have read has its keys. */
    private static final String MOVE =
            """
            UPDATE poll SET cursor = :cursor, next_at = CASE WHEN :more THEN :now ELSE next_at END
            WHERE downstream = :downstream AND cursor IS NOT DISTINCT FROM :before
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Runnable wake;

    Polls(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.wake = wake;
    }

    /** Takes the turn to ask, if it is time; of several engines one has it. */
    Optional<Poll> claim(String downstream, Duration every) {
        var now = clock.instant();
        return jdbc.sql(CLAIM)
                .param("downstream", downstream)
                .param("next", at(now.plus(every)))
                .param("now", at(now))
                .query((row, n) -> new Poll(downstream, row.getString("cursor"), now))
                .optional();
    }

    /**
     * Keeps what was answered: the news, the next cursor, and whether there is more to ask for at once.
     *
     * @param answer {@code {cursor, news: […], more}}
     * @throws NotNews when it is something else; then the same is asked again
     */
    public void keep(Poll poll, @Nullable Object answer) {
        var items = NewsReading.items(answer);
        if (items.size() != 1 || !items.get(0).path("cursor").isValueNode()) {
            throw new NotNews("the Kamelet answered no object with a cursor");
        }
        var page = items.get(0);
        var news = news(page.path("news"));
        transaction.executeWithoutResult(status -> {
            if (!news.isEmpty()) {
                jdbc.sql(KEEP)
                        .param("downstream", poll.downstream())
                        .param("now", at(clock.instant()))
                        .param("body", news.toString().getBytes(StandardCharsets.UTF_8))
                        .update();
            }
            jdbc.sql(MOVE)
                    .param("cursor", page.path("cursor").asText())
                    .param("more", page.path("more").asBoolean())
                    .param("now", at(clock.instant()))
                    .param("downstream", poll.downstream())
                    .param("before", poll.cursor())
                    .update();
        });
        wake.run();
    }

    private static ArrayNode news(JsonNode news) {
        var list = JsonNodeFactory.instance.arrayNode();
        NewsReading.items(news).forEach(list::add);
        return list;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
