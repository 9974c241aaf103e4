package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.TicketNews.What;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a helpdesk tells of the ticket of a conversation, just after it was told the same. */
class EchoesTest {

    private static final String DAVI = "3902";

    private final Desk desk = new Desk();
    private final long conversation = AnasTicket.in(desk);
    private int keys;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_state_that_we_told_and_have_left_since_does_not_come_back_from_who_does_not_say_whose_it_is() {
        told("ticket", "{\"status\": \"closed\", \"owner\": null}");
        told("ticket", "{\"status\": \"in_progress\", \"owner\": {\"externalId\": \"3902\"}}");
        desk.pass(Duration.ofSeconds(14));

        assertThat(hear(new Standing(Status.CLOSED), null)).isEqualTo(NewsOutcome.NOTHING);
        assertThat(hear(new Owner(DAVI), null)).isEqualTo(NewsOutcome.NOTHING);
        assertThat(hear(new Owner(null), null)).isEqualTo(NewsOutcome.NOTHING);
        assertThat(desk.state(conversation)).startsWith("in_progress support ana");

        desk.pass(Duration.ofSeconds(2));
        assertThat(hear(new Standing(Status.CLOSED), null)).isEqualTo(NewsOutcome.DONE);
    }

    @Test
    void the_same_from_who_says_whose_it_is_counts() {
        told("ticket", "{\"status\": \"closed\", \"owner\": {\"externalId\": \"3902\"}}");

        assertThat(hear(new Owner(DAVI), DAVI)).isEqualTo(NewsOutcome.DONE);
        assertThat(hear(new Standing(Status.CLOSED), DAVI)).isEqualTo(NewsOutcome.DONE);
    }

    /** As the outbox keeps what it has just brought. */
    private void told(String kind, String body) {
        desk.jdbc
                .sql(
                        "INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)"
                                + " VALUES ('helpdesk', :conversation, :kind, :reference, convert_to(:body, 'UTF8'), 'done', :at, :at)")
                .param("conversation", conversation)
                .param("kind", kind)
                .param("reference", 1000 + keys++)
                .param("body", body)
                .param("at", Unnest.timestamp(desk.clock.instant()))
                .update();
    }

    private NewsOutcome hear(What what, @Nullable String by) {
        return desk.newsroom.hear(
                new TicketNews("helpdesk", "key-" + keys++, "77", null, what, by, desk.clock.instant()));
    }
}
