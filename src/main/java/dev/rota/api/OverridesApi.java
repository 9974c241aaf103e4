package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.RoutingOverrides;
import dev.rota.conversation.StandingOverride;
import dev.rota.desk.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operations say over the rules for a time. */
@RestController
@RequestMapping("/api/overrides")
class OverridesApi {

    private final RoutingOverrides overrides;

    OverridesApi(RoutingOverrides overrides) {
        this.overrides = overrides;
    }

    @GetMapping
    Page<StandingOverride> list() {
        return new Page<>(overrides.list(), null);
    }

    @GetMapping("/{id}")
    StandingOverride find(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return overrides.find(number(id), viewer).orElseThrow(() -> none(id));
    }

    /** Puts one into force; a dry run says what it would do. */
    @PostMapping
    StandingOverride put(@RequestBody Body.Divert body, @AuthenticationPrincipal Viewer viewer) {
        return Boolean.TRUE.equals(body.dryRun())
                ? overrides.propose(body.wanted(), viewer)
                : overrides.put(body.wanted(), viewer);
    }

    @PostMapping("/{id}/end")
    StandingOverride end(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return overrides.end(number(id), viewer);
    }

    private static long number(String id) {
        return Ids.number(id).orElseThrow(() -> none(id));
    }

    private static Refusal.NotFound none(String id) {
        return new Refusal.NotFound("there is no override " + id);
    }
}
