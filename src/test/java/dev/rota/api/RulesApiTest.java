package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.config.Problem;
import dev.rota.conversation.Moves;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.Proposal;
import dev.rota.flow.rules.RuleHistory;
import dev.rota.flow.rules.RuleReport;
import dev.rota.flow.rules.Swap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;

class RulesApiTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Problem PROBLEM = new Problem("config/teams.yaml", 3, "unknown key 'agnts'");

    private static final RuleReport REPORT = new RuleReport(
            new Swap(7, "0123456789ab", NOON, "one"),
            List.of(),
            List.of(new Proposal("two", "ba9876543210", NOON, List.of(PROBLEM))),
            List.of("routes/10-receive.camel.yaml"),
            List.of());

    private static final RuleHistory HISTORY = new RuleHistory() {
        @Override
        public List<Refused> refused(int most) {
            return List.of(new Refused("two", "fedcba", NOON, List.of(PROBLEM), NOON));
        }

        @Override
        public List<Swap> swaps(int most) {
            return List.of();
        }

        @Override
        public List<String> names(String hash) {
            return List.of();
        }
    };

    private static final Moves MOVES = new Moves() {
        @Override
        public int count(long swap, Viewer viewer) {
            return swap == 7 ? 1 : 0;
        }

        @Override
        public List<Move> latest(long swap, int most, Viewer viewer) {
            return List.of(new Move(5, "20261124-000005", "moved", "support", "sales", "the rules changed", NOON));
        }
    };

    @Test
    void what_is_in_force_what_was_refused_and_what_moved_is_told() throws Exception {
        Mvc.of(ADMIN, new RulesApi(() -> REPORT, HISTORY, MOVES))
                .perform(get("/api/rules"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"hash": "0123456789ab", "since": "2026-11-24T12:00:00Z", "engine": "one",
                                 "notFollowed": [],
                                 "refused": [{"engine": "two", "rules": "ba9876543210", "at": "2026-11-24T12:00:00Z",
                                   "problems": [
                                     {"file": "config/teams.yaml", "line": 3, "sentence": "unknown key 'agnts'"}]}],
                                 "refusals": [{"engine": "two", "rules": "fedcba", "at": "2026-11-24T12:00:00Z",
                                   "problems": [
                                     {"file": "config/teams.yaml", "line": 3, "sentence": "unknown key 'agnts'"}],
                                   "mendedAt": "2026-11-24T12:00:00Z"}],
                                 "atStart": {"files": ["routes/10-receive.camel.yaml"], "problems": []},
                                 "moved": {"count": 1, "items": [
                                   {"conversation": "5", "protocol": "20261124-000005", "what": "moved",
                                    "from": "support", "to": "sales", "why": "the rules changed",
                                    "at": "2026-11-24T12:00:00Z"}]}}
                                """,
                                JsonCompareMode.STRICT));
    }
}
