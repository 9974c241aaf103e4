package dev.rota.panel;

import dev.rota.conversation.Floor.Scope;
import dev.rota.conversation.Presences;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Presence;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
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

/** The page of the floor: what waits, who is there, and how long customers wait, now. */
@Controller
@RequestMapping("/floor")
class FloorController {

    private final FloorPages pages;
    private final Desk desk;
    private final Presences presences;

    FloorController(FloorPages pages, Desk desk, Presences presences) {
        this.pages = pages;
        this.desk = desk;
        this.presences = presences;
    }

    /**
     * The page.
     *
     * @param back the agent for whom it shows what ending the break would do
     */
    @GetMapping
    String floor(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("viewer", viewer);
        // First where to follow from, then the figures: what happens in between is told again, never missed.
        model.addAttribute("position", desk.position());
        model.addAttribute("floor", pages.of(number.strip(), team.strip(), back.strip(), viewer));
        return "floor";
    }

    /**
     * Ends the break of an agent, or undoes that.
     *
     * @param there whether the agent takes work from now on
     * @param number what narrows the page, which stays
     * @param team the same
     */
    @PostMapping("/agents/{agent}/presence")
    String declare(
            @PathVariable String agent,
            @RequestParam boolean there,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String team,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        try {
            presences.declare(agent, there ? Presence.State.AVAILABLE : Presence.State.BREAK, null, viewer);
            return "redirect:" + new FloorLinks(new Scope(given(number), given(team))).page();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("notice", CommandController.sentence(refusal));
            return floor(number, team, "", viewer, model);
        }
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
