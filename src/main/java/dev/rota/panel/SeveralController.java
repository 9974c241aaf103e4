package dev.rota.panel;

import dev.rota.conversation.FloorActions;
import dev.rota.conversation.FloorActions.Done;
import dev.rota.conversation.FloorActions.Kind;
import dev.rota.conversation.FloorActions.Seen;
import dev.rota.conversation.FloorActions.Wanted;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.panel.ConversationView.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which supervisors choose several conversations, see what would come of it, do it, and undo it. */
@Controller
@RequestMapping("/floor")
class SeveralController {

    /** A conversation and the epoch at which it was seen. */
    private static final Pattern ROW = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    private final FloorActions actions;
    private final Desk desk;
    private final Supplier<Company> company;

    SeveralController(FloorActions actions, Desk desk, Supplier<Company> company) {
        this.actions = actions;
        this.desk = desk;
        this.company = company;
    }

    /**
     * What the form carries.
     *
     * @param tab of the list that is chosen from, with what narrows it
     * @param rows what is chosen, each with the epoch at which it was seen
     */
    record Chosen(
            @Nullable String tab,
            @Nullable String q,
            @Nullable String kind,
            @Nullable String agent,
            @Nullable String queue,
            @Nullable String reason,
            @Nullable List<String> rows) {

        Wanted wanted() {
            var known = Kind.of(Form.given(kind))
                    .orElseThrow(() -> new Refusal.Invalid("kind", "it is not said what to do with them"));
            var to =
                    switch (known) {
                        case ASSIGN -> Form.given(agent);
                        case MOVE -> Form.given(queue);
                        case RELEASE -> "";
                    };
            return new Wanted(known, to, Form.given(reason), seen());
        }

        private List<Seen> seen() {
            return (rows == null ? Stream.<String>empty() : rows.stream())
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Seen(Long.parseLong(row.group(1)), Integer.parseInt(row.group(2))))
                    .toList();
        }

        public boolean has(Row row) {
            return rows != null && rows.contains(row.id() + ":" + row.epoch());
        }

        @Override
        public String toString() {
            return "Chosen[" + kind + "]";
        }
    }

    @ModelAttribute
    void viewer(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("viewer", viewer);
        model.addAttribute("titles", new Titles(company.get()));
    }

    @GetMapping("/rows")
    String choose(Chosen chosen, @AuthenticationPrincipal Viewer viewer, Model model) {
        var known = new Known(company.get(), viewer);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "list",
                desk.list(
                        Tab.of(Form.given(chosen.tab())),
                        Form.given(chosen.q()),
                        FloorActions.MOST,
                        null,
                        null,
                        viewer));
        model.addAttribute(
                "agents",
                options(known.company().agents().values().stream()
                        .filter(agent -> known.isOwnAgent(agent.name()))
                        .map(agent -> new Option(agent.name(), agent.title()))));
        model.addAttribute(
                "queues",
                options(known.company().queues().values().stream()
                        .map(queue -> new Option(queue.name(), queue.title()))));
        return "several";
    }

    /** What would come of it, above the choice. */
    @PostMapping("/rows/effect")
    String effect(Chosen chosen, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("effect", actions.preview(chosen.wanted(), viewer));
        } catch (Refusal.Invalid refusal) {
            refused(refusal, response, model);
        }
        return choose(chosen, viewer, model);
    }

    @PostMapping("/rows")
    String carryOut(Chosen chosen, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        try {
            return "redirect:/floor/actions/"
                    + actions.carryOut(chosen.wanted(), viewer).id();
        } catch (Refusal.Invalid refusal) {
            refused(refusal, response, model);
            return choose(chosen, viewer, model);
        }
    }

    @GetMapping("/actions/{id}")
    String done(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("done", found(id, viewer));
        return "done";
    }

    @PostMapping("/actions/{id}/undo")
    String undo(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        found(id, viewer);
        try {
            actions.undo(id, viewer);
            return "redirect:/floor/actions/" + id;
        } catch (Refusal.Invalid refusal) {
            refused(refusal, response, model);
            return done(id, viewer, model);
        }
    }

    private Done found(long id, Viewer viewer) {
        return actions.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void refused(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("notice", CommandController.sentence(refusal));
    }

    private static List<Option> options(Stream<Option> options) {
        return options.sorted(Comparator.comparing(Option::title)).toList();
    }
}
