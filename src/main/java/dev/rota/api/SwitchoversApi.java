package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.Switchover;
import dev.rota.conversation.Switchovers;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Switchovers: those that come, those that were made, and what operations do with them. */
@RestController
@RequestMapping("/api/switchovers")
class SwitchoversApi {

    private final Switchovers switchovers;
    private final Clock clock;

    SwitchoversApi(Switchovers switchovers, Clock clock) {
        this.switchovers = switchovers;
        this.clock = clock;
    }

    @GetMapping
    Page<Switchover> list() {
        return new Page<>(switchovers.list(), null);
    }

    @GetMapping("/{id}")
    Switchover find(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return with(id, number -> switchovers.find(number, viewer).orElseThrow(() -> none(id)));
    }

    /** What would become of the conversations that are open now. */
    @GetMapping("/rehearsal")
    Switchover rehearse(
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String calendar,
            @AuthenticationPrincipal Viewer viewer) {
        var time = Parameters.instant("at", at);
        return switchovers.rehearse(time == null ? clock.instant() : time, Parameters.text(calendar), viewer);
    }

    @PostMapping
    Switchover schedule(@RequestBody Body.Schedule body, @AuthenticationPrincipal Viewer viewer) {
        var reason = body.reason() == null ? "" : body.reason();
        return switchovers.schedule(
                new Switchovers.Wanted(body.at(), body.calendar(), body.from(), body.to(), body.policy(), reason),
                viewer);
    }

    @PostMapping("/{id}/run")
    Switchover run(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return with(id, number -> switchovers.run(number, viewer));
    }

    @PostMapping("/{id}/undo")
    Switchover undo(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return with(id, number -> switchovers.undo(number, viewer));
    }

    @PostMapping("/{id}/cancel")
    Switchover cancel(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return with(id, number -> switchovers.cancel(number, viewer));
    }

    private static Switchover with(String id, LongFunction<Switchover> command) {
        return command.apply(Ids.number(id).orElseThrow(() -> none(id)));
    }

    private static Refusal.NotFound none(String id) {
        return new Refusal.NotFound("there is no switchover " + id);
    }
}
