package dev.rota.panel;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.RuleReports;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the desk say to whoever may mend it that files have been refused. */
@ControllerAdvice(assignableTypes = DeskController.class)
class RulesBanner {

    private final RuleReports reports;

    RulesBanner(RuleReports reports) {
        this.reports = reports;
    }

    @ModelAttribute("rulesNeedAttention")
    boolean needAttention(@AuthenticationPrincipal @Nullable Viewer viewer) {
        return viewer != null
                && (viewer.role() == Role.ADMIN || viewer.role() == Role.ENGINEER)
                && reports.now().needsAttention();
    }
}
