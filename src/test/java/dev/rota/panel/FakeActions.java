package dev.rota.panel;

import dev.rota.conversation.FloorActions;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything can be done with everything, but for the second of several. */
@Component
class FakeActions implements FloorActions {

    final List<String> asked = new ArrayList<>();
    private final Clock clock;
    private @Nullable Done last;

    FakeActions(Clock clock) {
        this.clock = clock;
    }

    void clear() {
        asked.clear();
        last = null;
    }

    @Override
    public Done preview(Wanted wanted, Viewer by) {
        return done("preview", null, wanted, by);
    }

    @Override
    public Done carryOut(Wanted wanted, Viewer by) {
        last = done("do", 1L, wanted, by);
        return last;
    }

    @Override
    public Optional<Done> find(long id, Viewer by) {
        return Optional.ofNullable(last).filter(one -> by.name().equals("otto"));
    }

    @Override
    public Done undo(long id, Viewer by) {
        var was = Objects.requireNonNull(last);
        if (was.undone()) {
            throw new Refusal.Invalid("id", "it has been undone already");
        }
        var lines = was.lines().stream()
                .map(line -> new Line(
                        line.conversation(),
                        line.protocol(),
                        line.fromQueue(),
                        line.fromOwner(),
                        line.queue(),
                        line.owner(),
                        line.left(),
                        line.left() == null ? "restored" : null))
                .toList();
        last = new Done(id, was.kind(), was.to(), was.at(), null, true, lines, was.loads());
        return last;
    }

    private Done done(String what, @Nullable Long id, Wanted wanted, Viewer by) {
        if (wanted.rows().isEmpty()) {
            throw new Refusal.Invalid("rows", "0 conversations are chosen; expected one to 200 at once");
        }
        asked.add(what + " " + wanted.kind().label() + " " + wanted.to() + " '" + wanted.reason() + "' " + wanted.rows()
                + " by " + by.name());
        var lines = new ArrayList<Line>();
        for (var seen : wanted.rows()) {
            var left = lines.size() == 1 ? "it has changed since you saw it: <b>Caio</b> has it now" : null;
            var protocol = "20261124-00000" + seen.conversation();
            lines.add(new Line(seen.conversation(), protocol, "support", null, "support", "ana", left, null));
        }
        Instant now = clock.instant();
        return new Done(
                id,
                wanted.kind(),
                wanted.to(),
                now,
                id == null ? null : now.plusSeconds(600),
                false,
                lines,
                List.of(new Load("ana", 2, 3, 5)));
    }
}
