package dev.rota.panel;

import dev.rota.conversation.Presences;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.Workload;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the person at the desk takes work, and the button that says so. */
@Controller
@RequestMapping("/presence")
class PresenceController {

    private final Presences presences;
    private final Workload workload;
    private final Supplier<Company> company;
    private final Clock clock;

    PresenceController(Presences presences, Workload workload, Supplier<Company> company, Clock clock) {
        this.presences = presences;
        this.workload = workload;
        this.company = company;
        this.clock = clock;
    }

    /**
     * What the head of the desk says.
     *
     * @param label {@code available}, {@code break}, {@code away} or {@code off}
     * @param until when that ends; null when unknown
     */
    record Shown(String label, @Nullable String until) {}

    @GetMapping
    String show(@AuthenticationPrincipal Viewer viewer, Model model) {
        var known = company.get();
        var agent = known.agents().get(viewer.name());
        if (agent != null) {
            var now = clock.instant();
            var there = new FloorPeople(known, workload.nowByAgent(), now).availability(agent);
            var times = new FloorTimes(known.timetable(), now);
            model.addAttribute(
                    "presence", new Shown(there.state().name().toLowerCase(Locale.ROOT), times.hour(there.until())));
        }
        return "presence :: presence";
    }

    /**
     * Goes on a break, or comes back.
     *
     * @param there whether work is taken from now on
     */
    @PostMapping
    String declare(
            @RequestParam boolean there,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        try {
            var state = there ? Presence.State.AVAILABLE : Presence.State.BREAK;
            presences.declare(viewer.name(), state, null, viewer);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("notice", CommandController.sentence(refusal));
        }
        return show(viewer, model);
    }
}
