package dev.rota.panel;

import dev.rota.desk.Viewer;
import dev.rota.panel.ReportView.Question;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of reports: how much was open, and how long customers waited. */
@Controller
class ReportsController {

    private final ReportPages pages;

    ReportsController(ReportPages pages) {
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param kind of which figure the rows are shown, with {@code name}
     */
    @GetMapping("/reports")
    String reports(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String clock,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        var usual = pages.usual();
        var question = new Question(
                or(from, usual.from()),
                or(to, usual.to()),
                number.strip(),
                team.strip(),
                or(by, usual.by()),
                or(clock, usual.clock()),
                kind.strip(),
                name.strip());
        model.addAttribute("viewer", viewer);
        model.addAttribute("report", pages.of(question, viewer));
        return "reports";
    }

    private static String or(String given, String usual) {
        return given.isBlank() ? usual : given.strip();
    }
}
