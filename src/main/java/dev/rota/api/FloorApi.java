package dev.rota.api;

import dev.rota.conversation.FloorActions;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors do with many conversations at once. */
@RestController
@RequestMapping("/api/floor")
class FloorApi {

    private final FloorActions actions;

    FloorApi(FloorActions actions) {
        this.actions = actions;
    }

    /** What it would do; does nothing. */
    @PostMapping("/preview")
    FloorActions.Done preview(@RequestBody Body.Several body, @AuthenticationPrincipal Viewer viewer) {
        return actions.preview(body.wanted(), viewer);
    }

    @PostMapping("/actions")
    FloorActions.Done carryOut(@RequestBody Body.Several body, @AuthenticationPrincipal Viewer viewer) {
        return actions.carryOut(body.wanted(), viewer);
    }

    @GetMapping("/actions/{id}")
    FloorActions.Done find(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return actions.find(number(id), viewer).orElseThrow(() -> none(id));
    }

    @PostMapping("/actions/{id}/undo")
    FloorActions.Done undo(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return actions.undo(number(id), viewer);
    }

    private static long number(String id) {
        return Ids.number(id).orElseThrow(() -> none(id));
    }

    private static Refusal.NotFound none(String id) {
        return new Refusal.NotFound("there is no action " + id + " of yours");
    }
}
