package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Pauses;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.StandingPause;
import dev.rota.desk.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queues that hand out nothing for a time. */
@RestController
@RequestMapping("/api/pauses")
class PausesApi {

    private final Pauses pauses;

    PausesApi(Pauses pauses) {
        this.pauses = pauses;
    }

    @GetMapping
    Page<StandingPause> list(@AuthenticationPrincipal Viewer viewer) {
        return new Page<>(pauses.list(viewer), null);
    }

    /** Puts one into force; a dry run says what it would do. */
    @PostMapping
    StandingPause put(@RequestBody Body.Pause body, @AuthenticationPrincipal Viewer viewer) {
        return Boolean.TRUE.equals(body.dryRun())
                ? pauses.propose(body.wanted(), viewer)
                : pauses.put(body.wanted(), viewer);
    }

    @PostMapping("/{id}/end")
    StandingPause end(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return pauses.end(Ids.number(id).orElseThrow(() -> new Refusal.NotFound("there is no pause " + id)), viewer);
    }
}
