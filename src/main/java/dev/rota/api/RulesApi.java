package dev.rota.api;

import dev.rota.config.Problem;
import dev.rota.conversation.Moves;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.Proposal;
import dev.rota.flow.rules.RuleHistory;
import dev.rota.flow.rules.RuleReports;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which rules are in force, what they moved, and what was refused. */
@RestController
class RulesApi {

    private static final int MOST = 100;

    private final RuleReports reports;
    private final RuleHistory history;
    private final Moves moves;

    RulesApi(RuleReports reports, RuleHistory history, Moves moves) {
        this.reports = reports;
        this.history = history;
        this.moves = moves;
    }

    @GetMapping("/api/rules")
    InForce rules(@AuthenticationPrincipal Viewer viewer) {
        var report = reports.now();
        var swap = report.swap();
        return new InForce(
                swap.rules(),
                swap.at(),
                swap.engine(),
                report.notFollowed(),
                report.refused(),
                history.refused(MOST),
                new AtStart(report.atStart(), report.atStartProblems()),
                new Moved(
                        moves.count(swap.id(), viewer),
                        moves.latest(swap.id(), MOST, viewer).stream()
                                .map(Step::of)
                                .toList()));
    }

    /**
     * What is in force.
     *
     * @param engine whose folders it came from
     * @param notFollowed why this engine does not work by it
     * @param refused what engines have proposed last and was refused
     * @param refusals the latest that were, also those that have been mended
     * @param atStart what takes effect when this engine starts again
     */
    record InForce(
            String hash,
            Instant since,
            String engine,
            List<Problem> notFollowed,
            List<Proposal> refused,
            List<RuleHistory.Refused> refusals,
            AtStart atStart,
            Moved moved) {}

    record AtStart(List<String> files, List<Problem> problems) {}

    /**
     * What moved.
     *
     * @param items the latest steps
     */
    record Moved(int count, List<Step> items) {}

    record Step(String conversation, String protocol, String what, String from, String to, String why, Instant at) {

        static Step of(Moves.Move move) {
            return new Step(
                    Long.toString(move.conversation()),
                    move.protocol(),
                    move.what(),
                    move.from(),
                    move.to(),
                    move.why(),
                    move.at());
        }
    }
}
