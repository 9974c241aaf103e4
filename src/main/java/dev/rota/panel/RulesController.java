package dev.rota.panel;

import dev.rota.conversation.Moves;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.RuleHistory;
import dev.rota.flow.rules.RuleReports;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of routes and config: what is in force and was before, what was refused and when it was mended, and what moved. */
@Controller
class RulesController {

    private static final int SHOWN = 50;

    private static final int BEFORE = 10;

    private final RuleReports reports;
    private final RuleHistory history;
    private final Moves moves;

    RulesController(RuleReports reports, RuleHistory history, Moves moves) {
        this.reports = reports;
        this.history = history;
        this.moves = moves;
    }

    @GetMapping("/rules")
    String rules(@AuthenticationPrincipal Viewer viewer, Model model) {
        var report = reports.now();
        model.addAttribute("viewer", viewer);
        model.addAttribute("rules", report);
        model.addAttribute("files", history.names(report.swap().rules()));
        model.addAttribute("swaps", history.swaps(BEFORE));
        model.addAttribute("history", history.refused(SHOWN));
        model.addAttribute("moved", moves.count(report.swap().id(), viewer));
        model.addAttribute("moves", moves.latest(report.swap().id(), SHOWN, viewer));
        return "rules";
    }
}
