package dev.rota.panel;

import dev.rota.conversation.UnknownCursor;
import dev.rota.desk.Viewer;
import dev.rota.search.Unsearchable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of all that was ever said: searched, and read back customer by customer. */
@Controller
class PastController {

    private final PastPages pages;

    PastController(PastPages pages) {
        this.pages = pages;
    }

    @ModelAttribute
    void viewer(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("viewer", viewer);
    }

    /** What can't be looked for stays in the field, with a sentence beside it. */
    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("search", pages.search(q, cursor, viewer, locale));
        } catch (Unsearchable fault) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("search", new SearchView(q, false, List.of(), null));
            model.addAttribute("fault", fault);
        } catch (UnknownCursor madeUp) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, madeUp);
        }
        return "search";
    }

    @GetMapping("/customers/{id}/history")
    String history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            Model model) {
        try {
            var history = pages.history(id, cursor, viewer, locale)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("history", history);
        } catch (UnknownCursor madeUp) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, madeUp);
        }
        return part == null ? "history" : "past :: older";
    }
}
