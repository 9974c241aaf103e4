package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.access.Caller;
import dev.rota.conversation.Position;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who writes to a stream, and when. */
class FollowerTest {

    private final List<String> written = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Follower follower = new Follower(ana(), new Written(), new Position(3, 7), later::add);

    @Test
    void the_greeting_is_written_at_once_by_whoever_opens_the_stream_and_the_rest_by_others() {
        follower.greet();
        assertThat(written).containsExactly("id:3-7\nretry:1000\n:live\n\n");

        follower.tell(Map.of(5L, new Position(4, 1)));
        assertThat(written).hasSize(1);
        List.copyOf(later).forEach(Runnable::run);
        assertThat(written).last().asString().contains("\"id\":\"5\"");
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
