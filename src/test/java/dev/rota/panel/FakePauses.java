package dev.rota.panel;

import dev.rota.conversation.Pauses;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.StandingPause;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** At most one pause, in a queue in which two wait, with three places. */
@Component
class FakePauses implements Pauses {

    final List<String> asked = new ArrayList<>();
    private final Clock clock;
    private @Nullable StandingPause standing;
    private boolean hidden;

    FakePauses(Clock clock) {
        this.clock = clock;
    }

    void clear() {
        asked.clear();
        standing = null;
        hidden = false;
    }

    /** Nobody is shown the pause any more, as if it had been made since they looked. */
    void hide() {
        hidden = true;
    }

    @Override
    public List<StandingPause> list(Viewer viewer) {
        throw new AssertionError("no page shows those that are over");
    }

    @Override
    public Map<String, Instant> inForce(Viewer viewer) {
        return standing == null ? Map.of() : Map.of(standing.queue(), standing.until());
    }

    @Override
    public Optional<StandingPause> of(String queue, Viewer viewer) {
        return hidden ? Optional.empty() : Optional.ofNullable(standing);
    }

    @Override
    public StandingPause.Effect effect(String queue, Instant until, Viewer viewer) {
        if (!queue.equals("support")) {
            throw new Refusal.NotFound("there is no queue '" + queue + "'");
        }
        return new StandingPause.Effect(2, 1, 3, until);
    }

    @Override
    public StandingPause propose(Wanted wanted, Viewer by) {
        throw new AssertionError("the page asks for the effect alone");
    }

    @Override
    public StandingPause put(Wanted wanted, Viewer by) {
        if (standing != null) {
            throw new Refusal.Invalid("queue", "queue " + wanted.queue() + " is paused already");
        }
        var now = clock.instant();
        var until = Objects.requireNonNull(wanted.until());
        asked.add("put " + wanted.queue() + " "
                + Duration.between(now, until).plusSeconds(1).toMinutes() + " min: " + wanted.reason() + " by "
                + by.name());
        standing = new StandingPause(
                1L,
                wanted.queue(),
                until,
                by.name(),
                wanted.reason(),
                now,
                "in_force",
                null,
                null,
                effect(wanted.queue(), until, by));
        return standing;
    }

    @Override
    public StandingPause end(long id, Viewer by) {
        var ended = Objects.requireNonNull(standing);
        standing = null;
        return ended;
    }
}
