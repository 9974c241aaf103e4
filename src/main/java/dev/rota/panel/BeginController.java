package dev.rota.panel;

import dev.rota.conversation.Beginning;
import dev.rota.conversation.Beginnings;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.panel.ConversationView.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which somebody writes to a customer first. */
@Controller
class BeginController {

    private final Beginnings beginnings;
    private final Supplier<Company> company;
    private final Desk desk;

    BeginController(Beginnings beginnings, Supplier<Company> company, Desk desk) {
        this.beginnings = beginnings;
        this.company = company;
        this.desk = desk;
    }

    /** What may be sent from one number. */
    record Sending(String number, List<Option> templates) {}

    /**
     * What the page's form carries.
     *
     * @param template the number's name, the template's, and its language, with bars between
     * @param parameters what fills the gaps, one line each
     */
    record Filled(
            @Nullable String customer,
            @Nullable String template,
            @Nullable String parameters,
            @Nullable String queue,
            @Nullable String agent) {

        Beginning beginning() {
            var chosen = Form.given(template);
            var bar = chosen.indexOf('|');
            if (bar < 0) {
                throw new Refusal.Invalid(
                        "template", "no template is chosen; WhatsApp lets nothing else through first");
            }
            var words = Composed.template(chosen.substring(bar + 1), parameters == null ? "" : parameters);
            return new Beginning(chosen.substring(0, bar), Form.given(customer), words, some(queue), some(agent));
        }

        private static @Nullable String some(@Nullable String value) {
            return Form.given(value).isEmpty() ? null : value;
        }

        @Override
        public String toString() {
            return "Filled[" + template + "]";
        }
    }

    @GetMapping("/begin")
    String page(@AuthenticationPrincipal Viewer viewer, Model model) {
        return show(new Filled(null, null, null, null, null), viewer, model);
    }

    @PostMapping("/begin")
    String begin(Filled filled, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response, Model model) {
        try {
            return "redirect:/conversations/" + beginnings.begin(filled.beginning(), viewer);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("notice", CommandController.sentence(refusal));
            return show(filled, viewer, model);
        }
    }

    private String show(Filled filled, Viewer viewer, Model model) {
        var now = company.get();
        var teams = viewer.role().seesAll() ? now.teams().keySet() : viewer.teams();
        model.addAttribute("viewer", viewer);
        model.addAttribute("filled", filled);
        model.addAttribute("sendings", sendings(now, teams));
        model.addAttribute("queues", queues(now, teams));
        model.addAttribute("agents", viewer.role() == Role.AGENT ? List.of() : agents(now, teams));
        return "begin";
    }

    private List<Sending> sendings(Company now, Set<String> teams) {
        return now.numbers().values().stream()
                .filter(number -> !number.isShadow() && number.teams().stream().anyMatch(teams::contains))
                .sorted(Comparator.comparing(Number::name))
                .map(number -> new Sending(number.name(), desk.templates(number.name())))
                .toList();
    }

    private static List<Option> queues(Company now, Set<String> teams) {
        return now.queues().values().stream()
                .filter(queue -> queue.teams().stream().anyMatch(teams::contains))
                .sorted(Comparator.comparing(Queue::title))
                .map(queue -> new Option(queue.name(), queue.title()))
                .toList();
    }

    private static List<Option> agents(Company now, Set<String> teams) {
        return now.agents().values().stream()
                .filter(agent -> teams.contains(agent.team()))
                .sorted(Comparator.comparing(Agent::title))
                .map(agent -> new Option(agent.name(), agent.title()))
                .toList();
    }
}
