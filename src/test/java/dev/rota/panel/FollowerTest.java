package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.access.Caller;
import dev.rota.conversation.Counts;
import dev.rota.conversation.Page;
import dev.rota.conversation.Position;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who writes to a stream, and when. */
class FollowerTest {

    private static final Rows NOBODY =
            new Rows(Tab.TEAM, new Page<>(List.of(), null), new Titles(FakeDesk.COMPANY), Instant.EPOCH);
    private static final Shown SHOWN = new Shown(
            new ListView(Tab.TEAM, "", null, 50, new Counts(1, 0, 0, 0), NOBODY, false, null, List.of()),
            new DrawnRows(1, Map.of()),
            Locale.ENGLISH);

    private final List<String> written = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Follower follower = new Follower(ana(), "", new Written(), new Position(3, 7), later::add);

    @Test
    void the_greeting_is_written_at_once_by_whoever_opens_the_stream_and_the_rest_by_others() {
        follower.greet();
        assertThat(written).containsExactly("id:3-7\nretry:1000\n:live\n\n");

        follower.tell(Map.of(5L, new Position(4, 1)));
        assertThat(written).hasSize(1);
        deliver();
        assertThat(written).last().asString().contains("\"id\":\"5\"");
    }

    @Test
    void a_browser_that_is_behind_is_sent_one_list_for_all_that_it_missed() {
        follower.shows(SHOWN);
        assertThat(follower.owed()).isSameAs(SHOWN);

        for (int n = 0; n < 10; n++) {
            follower.tell(Map.of(5L, new Position(4, n)));
            assertThat(follower.owed()).isSameAs(n < 5 ? SHOWN : null);
        }
        deliver();

        assertThat(follower.owed()).isSameAs(SHOWN);
        assertThat(follower.owed()).isNull();
    }

    @Test
    void after_a_list_there_is_a_rest() {
        follower.shows(SHOWN);
        follower.show(SHOWN, SHOWN, "\"\"");
        deliver();
        follower.tell(Map.of(5L, new Position(4, 1)));

        assertThat(follower.owed()).isNull();
        assertThat(follower.owed()).isSameAs(SHOWN);
    }

    /** One delivery lets the next begin. */
    private void deliver() {
        while (!later.isEmpty()) {
            later.remove(0).run();
        }
    }

    private static Caller ana() {
        var viewer = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));
        return Caller.of(viewer, () -> Optional.of(viewer));
    }

    /** Keeps what it is given to send. */
    private final class Written extends SseEmitter {
        @Override
        public void send(Set<DataWithMediaType> items) {
            items.forEach(item -> written.add((String) item.getData()));
        }
    }
}
