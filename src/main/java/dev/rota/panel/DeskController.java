package dev.rota.panel;

import dev.rota.conversation.Attention;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
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

/** The desk, as a whole page and in the parts that htmx asks for. */
@Controller
class DeskController {

    /** How many rows a list has that nobody has asked more of. */
    static final int USUAL = 50;

    private static final String USUAL_ROWS = "" + USUAL;

    private final Desk desk;
    private final Live live;
    private final DrawnLists drawn;
    private final Attention attention;
    private final ReaderSettings settings;

    DeskController(Desk desk, Live live, DrawnLists drawn, Attention attention, ReaderSettings settings) {
        this.desk = desk;
        this.live = live;
        this.drawn = drawn;
        this.attention = attention;
        this.settings = settings;
    }

    @ModelAttribute
    void viewer(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("viewer", viewer);
    }

    @GetMapping("/")
    String desk(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = USUAL_ROWS) int limit,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        // First where to follow from, then the state: what happens in between is told again, never missed.
        model.addAttribute("position", desk.position());
        return page(desk.list(Tab.of(tab), q, limit, null, null, viewer), locale, request, model);
    }

    @GetMapping("/conversations")
    String list(
            ListQuestion question,
            @RequestHeader(name = "HX-Trigger", required = false) @Nullable String trigger,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var list = desk.list(
                question.ofTab(), question.words(), question.rows(), question.open(), question.position(), viewer);
        var rows = drawn.rows(list, locale);
        model.addAttribute("list", list);
        model.addAttribute("rows", rows.all());
        live.shows(viewer.name(), question.ofPage(), question.isUsual() ? new Shown(list, rows, locale) : null)
                .ifPresent(version -> model.addAttribute("version", version));
        if ("q".equals(trigger)) {
            // What is typed stands in the address, to be kept and shared.
            response.setHeader("HX-Replace-Url", list.page());
        }
        return "list :: list";
    }

    /** Who only peeks is not seen by the customer. */
    @GetMapping("/conversations/{id}")
    String conversation(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean peek,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = USUAL_ROWS) int limit,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("tab", Tab.of(tab).label());
        model.addAttribute("position", desk.position());
        if (!show(id, viewer, locale, model)) {
            if (part == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            // It has left the viewer's sight while its row stood there: a sentence takes its place, not a page.
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "conversation :: unseen";
        }
        if (!peek) {
            attention.reads(id, viewer);
        }
        if (part != null) {
            return "conversation :: conversation";
        }
        return page(desk.list(Tab.of(tab), q, limit, id, null, viewer), locale, request, model);
    }

    private String page(ListView list, Locale locale, HttpServletRequest request, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("rows", drawn.rows(list, locale).all());
        model.addAttribute("page", UUID.randomUUID());
        model.addAttribute("settings", settings.of(request));
        return "desk";
    }

    /** What of the open conversation may have changed: all but the text that is being written. */
    @GetMapping("/conversations/{id}/parts")
    String parts(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Locale locale, Model model) {
        return show(id, viewer, locale, model) ? "conversation :: parts" : "conversation :: gone";
    }

    private boolean show(long id, Viewer viewer, Locale locale, Model model) {
        var view = desk.conversation(id, viewer, locale);
        view.ifPresent(one -> model.addAttribute("view", one));
        return view.isPresent();
    }
}
