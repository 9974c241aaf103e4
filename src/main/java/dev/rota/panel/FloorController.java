package dev.rota.panel;

import dev.rota.desk.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the floor: what waits, who is there, and how long customers wait, now. */
@Controller
class FloorController {

    private final FloorPages pages;
    private final Desk desk;

    FloorController(FloorPages pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping("/floor")
    String floor(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String team,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("viewer", viewer);
        // First where to follow from, then the figures: what happens in between is told again, never missed.
        model.addAttribute("position", desk.position());
        model.addAttribute("floor", pages.of(number.strip(), team.strip(), viewer));
        return "floor";
    }
}
