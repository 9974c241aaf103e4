package dev.rota.conversation;

import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Standing;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recognizes our own writing in what a helpdesk tells of a state, where nobody who is known here is behind it: else a state
 * that we told, and have left since, would come back as somebody's wish.
 */
final class Echoes {

    /** So long after we told a state, the same state is taken for what we told. */
    private static final Duration RESOUNDS = Duration.ofSeconds(15);

    private static final String TOLD =
            """
            SELECT EXISTS (
                SELECT FROM delivery
                WHERE conversation = :conversation AND downstream = :downstream AND kind IN ('ticket', 'status')
                  AND state IN ('sending', 'done') AND not_before >= :since AND body <> ''
                  AND CASE WHEN :owned THEN convert_from(body, 'UTF8')::jsonb #>> '{owner,externalId}' IS NOT DISTINCT FROM :told
                           ELSE (convert_from(body, 'UTF8')::jsonb ->> 'status' = 'closed') = (:told = 'closed') END)
            """;

    private final JdbcClient jdbc;

    Echoes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether that is what we told the helpdesk just before. */
    boolean isOurs(long conversation, TicketNews news) {
        if (news.what() instanceof Owner owner) {
            return told(conversation, news, true, owner.id());
        }
        return news.what() instanceof Standing standing
                && told(conversation, news, false, standing.status().label());
    }

    private boolean told(long conversation, TicketNews news, boolean owned, @Nullable String what) {
        return jdbc.sql(TOLD)
                .param("conversation", conversation)
                .param("downstream", news.downstream())
                .param("since", news.at().minus(RESOUNDS).atOffset(ZoneOffset.UTC))
                .param("owned", owned)
                .param("told", what, Types.VARCHAR)
                .query(Boolean.class)
                .single();
    }
}
