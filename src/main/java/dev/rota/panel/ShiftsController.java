package dev.rota.panel;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.Switchover;
import dev.rota.conversation.Switchovers;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
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

/** The page of shifts and switchovers: two weeks of the plan, what it lacks, and what operations do with its edges. */
@Controller
@RequestMapping("/shifts")
class ShiftsController {

    private static final Filled NOTHING = new Filled(null, null, null, null);

    private final RosterPages pages;
    private final Switchovers switchovers;
    private final Clock clock;

    ShiftsController(RosterPages pages, Switchovers switchovers, Clock clock) {
        this.pages = pages;
        this.switchovers = switchovers;
        this.clock = clock;
    }

    /**
     * What the form of a switchover carries.
     *
     * @param at when, on the calendar's clock
     * @param change calendar and both shifts, with bars between
     * @param policy what becomes of open conversations; empty when each queue has its own way
     */
    record Filled(@Nullable String at, @Nullable String change, @Nullable String policy, @Nullable String reason) {

        Switchovers.Wanted wanted(RosterPages pages) {
            var parts = Form.given(change).split("\\|", -1);
            if (parts.length != 3) {
                throw new Refusal.Invalid("change", "no switchover is chosen");
            }
            var given = Form.given(policy);
            return new Switchovers.Wanted(
                    instant(pages, parts[0]),
                    parts[0],
                    parts[1],
                    parts[2],
                    given.isEmpty() ? null : given,
                    Form.given(reason));
        }

        private Instant instant(RosterPages pages, String calendar) {
            try {
                return LocalDateTime.parse(Form.given(at))
                        .atZone(pages.zone(calendar))
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw new Refusal.Invalid(
                        "at", "'" + Form.given(at) + "' is no time; expected one such as 2026-11-24T18:00");
            }
        }
    }

    @GetMapping
    String page(Filled filled, @AuthenticationPrincipal Viewer viewer, Model model) {
        var all = switchovers.list();
        var times = new SwitchoverTimes(pages::zone, clock.instant());
        model.addAttribute("viewer", viewer);
        model.addAttribute("filled", filled);
        model.addAttribute("times", times);
        model.addAttribute("roster", pages.of(viewer));
        model.addAttribute("coming", all.stream().filter(SwitchoverTimes::comes).toList());
        model.addAttribute(
                "made", all.stream().filter(one -> !SwitchoverTimes.comes(one)).toList());
        return "shifts";
    }

    /** What the next switchover of a calendar would do with what is open now. */
    @GetMapping("/rehearsal")
    String rehearse(
            @RequestParam Instant at,
            @RequestParam String calendar,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        return plan(() -> switchovers.rehearse(at, calendar, viewer), model);
    }

    /** What one that was planned would do, or one that was made has done. */
    @GetMapping("/switchovers/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        return plan(
                () -> switchovers
                        .find(id, viewer)
                        .orElseThrow(() -> new Refusal.NotFound("there is no switchover " + id)),
                model);
    }

    @PostMapping("/switchovers")
    String schedule(Filled filled, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        return change(() -> switchovers.schedule(filled.wanted(pages), viewer), filled, viewer, response, model);
    }

    @PostMapping("/switchovers/{id}/run")
    String run(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        return change(() -> switchovers.run(id, viewer), NOTHING, viewer, response, model);
    }

    @PostMapping("/switchovers/{id}/undo")
    String undo(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        return change(() -> switchovers.undo(id, viewer), NOTHING, viewer, response, model);
    }

    @PostMapping("/switchovers/{id}/cancel")
    String cancel(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        return change(() -> switchovers.cancel(id, viewer), NOTHING, viewer, response, model);
    }

    /** Where it is refused, the page says why and forgets nothing of the form. */
    private String change(Runnable command, Filled filled, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            command.run();
            return "redirect:/shifts";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("notice", CommandController.sentence(refusal));
            return page(filled, viewer, model);
        }
    }

    private String plan(Supplier<Switchover> found, Model model) {
        try {
            var one = found.get();
            model.addAttribute("one", one);
            model.addAttribute("plan", SwitchoverSums.of(one));
            model.addAttribute("times", new SwitchoverTimes(pages::zone, clock.instant()));
        } catch (Refusal refusal) {
            model.addAttribute("notice", CommandController.sentence(refusal));
        }
        return "switchover :: plan";
    }
}
