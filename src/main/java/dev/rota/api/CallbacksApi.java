package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import dev.rota.downstream.back.ParkedCallbacks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What downstreams said and nobody could read or do, and the way back to be tried again. */
@RestController
@RequestMapping("/api/callbacks")
class CallbacksApi {

    private final ParkedCallbacks parked;

    CallbacksApi(ParkedCallbacks parked) {
        this.parked = parked;
    }

    @GetMapping
    Page<Entry> list(
            @RequestParam(required = false) @Nullable String downstream,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var most = Parameters.limit(limit);
        var from = Parameters.text(cursor);
        var before = from == null ? Long.MAX_VALUE : Ids.cursor(from);
        var items = parked.list(Parameters.text(downstream), before, most + 1).stream()
                .map(Entry::of)
                .toList();
        return Page.of(items, most, Entry::id);
    }

    @PostMapping("/{id}/replay")
    Replayed replay(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return new Replayed(parked.replay(Ids.parked(id), viewer) ? 1 : 0);
    }

    @PostMapping("/replay")
    Replayed replayAll(
            @RequestParam(required = false) @Nullable String downstream, @AuthenticationPrincipal Viewer viewer) {
        return new Replayed(parked.replayAll(Parameters.text(downstream), viewer));
    }

    /** How many are tried again. */
    record Replayed(int replayed) {}

    /**
     * A parked callback, without what it says.
     *
     * @param polled whether it was asked for
     * @param bytes the size of what it says
     * @param again who had it tried again last; null when nobody had
     */
    record Entry(
            String id,
            String downstream,
            Instant receivedAt,
            boolean polled,
            int attempts,
            String reason,
            int bytes,
            @Nullable TriedAgain again) {

        static Entry of(ParkedCallbacks.Parked parked) {
            return new Entry(
                    String.valueOf(parked.id()),
                    parked.downstream(),
                    parked.receivedAt(),
                    parked.polled(),
                    parked.attempts(),
                    parked.reason(),
                    parked.bytes(),
                    parked.again());
        }
    }
}
