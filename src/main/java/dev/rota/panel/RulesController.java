package dev.rota.panel;

import dev.rota.conversation.Moves;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.RuleReports;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of routes and config: what is in force, what was refused, and what moved. */
@Controller
class RulesController {

    private static final int SHOWN = 50;

    private final RuleReports reports;
    private final Moves moves;

    RulesController(RuleReports reports, Moves moves) {
        this.reports = reports;
        this.moves = moves;
    }

    @GetMapping("/rules")
    String rules(@AuthenticationPrincipal Viewer viewer, Model model) {
        var report = reports.now();
        model.addAttribute("viewer", viewer);
        model.addAttribute("rules", report);
        model.addAttribute("moved", moves.count(report.swap().id()));
        model.addAttribute("moves", moves.latest(report.swap().id(), SHOWN));
        return "rules";
    }
}
