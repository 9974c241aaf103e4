package dev.rota.conversation;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what was decided, and which conversations the screens should look at again. */
final class Records {

    private static final String DECIDE =
            """
            INSERT INTO decision (conversation, event, at, request_type, queue, priority, skill, route_set, because,
                                  inquiry, override)
            SELECT n.conversation, n.event, n.at, n.request_type, n.queue, n.priority, n.skill, n.route_set,
                   n.because::jsonb, n.inquiry::jsonb, n.override
            FROM unnest(:conversations, :events, :ats, :types, :queues, :priorities, :skills, :sets, :because,
                        :inquiries, :overrides)
                AS n (conversation, event, at, request_type, queue, priority, skill, route_set, because, inquiry,
                      override)
            """;

    private final JdbcClient jdbc;
    private final OverrideMarks marks;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.marks = new OverrideMarks(jdbc);
    }

    void decide(List<Turn> turns, Map<Long, Long> conversations, Instant now) {
        var decided = new ArrayList<Decided>();
        for (var turn : turns) {
            var decision = turn.decision();
            if (decision != null) {
                var conversation =
                        Objects.requireNonNull(conversations.get(turn.event().id()));
                var inquiry = Objects.requireNonNull(turn.inquiry(), "a decision has an inquiry");
                decided.add(new Decided(turn.event().id(), conversation, decision, inquiry));
            }
        }
        decide(decided, now);
    }

    void decide(List<Decided> decided, Instant now) {
        if (!decided.isEmpty()) {
            jdbc.sql(DECIDE)
                    .param("conversations", Unnest.bigints(decided, Decided::conversation))
                    .param("events", Unnest.bigints(decided, Decided::event))
                    .param("ats", Unnest.instants(decided, each -> now))
                    .param("types", Unnest.texts(decided, each -> each.decision.requestType()))
                    .param("queues", Unnest.texts(decided, each -> each.decision.queue()))
                    .param("priorities", Unnest.integers(decided, each -> each.decision
                            .priority()
                            .rank()))
                    .param("skills", Unnest.texts(decided, each -> each.decision.skill()))
                    .param("sets", Unnest.texts(decided, each -> each.decision.routeSet()))
                    .param("because", Unnest.texts(decided, each -> Json.of(each.decision.because())))
                    .param("inquiries", Unnest.texts(decided, each -> Json.of(each.inquiry)))
                    .param("overrides", Unnest.bigints(decided, each -> each.decision.overrideId()))
                    .update();
            marks.of(decided, now);
        }
    }

    void touch(Collection<Long> conversations) {
        var ids = conversations.stream().distinct().sorted().toList();
        if (!ids.isEmpty()) {
            jdbc.sql("INSERT INTO feed (conversation) SELECT unnest(:ids)")
                    .param("ids", Unnest.bigints(ids, id -> id))
                    .update();
        }
    }

    /**
     * A decision that is to be kept with what it was made of.
     *
     * @param event of the message that was decided
     */
    record Decided(long event, long conversation, Decision decision, Inquiry inquiry) {}
}
