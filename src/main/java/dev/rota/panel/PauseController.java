package dev.rota.panel;

import dev.rota.conversation.Pauses;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.StandingPause;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a queue is paused, and its pause ended: what would come of it stands above the button. */
@Controller
@RequestMapping("/floor/queues/{queue}/pause")
class PauseController {

    private static final int HOUR = 60;

    private static final List<Integer> LENGTHS = List.of(15, 30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR);

    private final Pauses pauses;
    private final Supplier<Company> company;
    private final Clock clock;

    PauseController(Pauses pauses, Supplier<Company> company, Clock clock) {
        this.pauses = pauses;
        this.company = company;
        this.clock = clock;
    }

    /**
     * What the form carries.
     *
     * @param minutes for how long
     */
    record Filled(@Nullable Integer minutes, @Nullable String reason) {

        Duration length() {
            return Duration.ofMinutes(minutes == null ? HOUR : minutes);
        }
    }

    static boolean mayPause(Viewer viewer) {
        return viewer.role() == Role.SUPERVISOR || viewer.role() == Role.OPERATIONS || viewer.role() == Role.ADMIN;
    }

    @GetMapping
    String page(@PathVariable String queue, Filled filled, @AuthenticationPrincipal Viewer viewer, Model model) {
        var known = known(queue, viewer);
        var times = new FloorTimes(known.timetable(), clock.instant());
        var standing = pauses.of(queue, viewer);
        var effect = standing.map(StandingPause::effect)
                .orElseGet(() -> pauses.effect(queue, clock.instant().plus(filled.length()), viewer));
        model.addAttribute("viewer", viewer);
        model.addAttribute("queue", known.queue(queue));
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute(
                "until", times.hour(standing.map(StandingPause::until).orElse(null)));
        model.addAttribute("effect", effect);
        model.addAttribute("opens", times.hour(effect.opensAt()));
        model.addAttribute("lengths", LENGTHS);
        model.addAttribute("minutes", filled.length().toMinutes());
        model.addAttribute("reason", filled.reason());
        return "pause";
    }

    @PostMapping
    String put(
            @PathVariable String queue,
            Filled filled,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        known(queue, viewer);
        return change(
                () -> pauses.put(
                        new Pauses.Wanted(queue, clock.instant().plus(filled.length()), Form.given(filled.reason())),
                        viewer),
                queue,
                filled,
                viewer,
                response,
                model);
    }

    @PostMapping("/end")
    String end(
            @PathVariable String queue,
            @RequestParam long id,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        known(queue, viewer);
        return change(() -> pauses.end(id, viewer), queue, new Filled(null, null), viewer, response, model);
    }

    private Company known(String queue, Viewer viewer) {
        var known = company.get();
        if (!new Known(known, viewer).queues().contains(queue)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known;
    }

    private String change(
            Runnable change, String queue, Filled filled, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            change.run();
            return "redirect:/floor";
        } catch (Refusal.Invalid refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("notice", CommandController.sentence(refusal));
            return page(queue, filled, viewer, model);
        }
    }
}
