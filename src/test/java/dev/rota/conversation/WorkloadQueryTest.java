package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.assignment.AgentNow;
import dev.rota.conversation.Workload.Backlog;
import dev.rota.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkloadQueryTest {

    @Test
    void open_conversations_are_counted_by_agent_and_by_queue() {
        var database = JdbcClient.create(TestDatabase.fresh());
        var rows = new LedgerRows(database);
        rows.add(Chapter.waiting("Lia", "support").minutes(5));
        rows.add(Chapter.waiting("Ivo", "support").minutes(2));
        rows.add(Chapter.inProgress("Caio", "support", "ana"));
        rows.add(Chapter.inProgress("Davi", "billing", "ana"));
        rows.add(Chapter.inProgress("Eli", "billing", "eva"));
        rows.add(Chapter.closed("Zoe", "sales"));

        var workload = new WorkloadQuery(database);

        database.sql("INSERT INTO agent_load (agent, open, weight) VALUES ('ana', 2, 150)")
                .update();

        assertThat(workload.nowByAgent())
                .isEqualTo(Map.of("ana", new AgentNow(2, 150, null, null, Map.of(), Map.of())));
        assertThat(workload.backlogByQueue())
                .isEqualTo(Map.of(
                        "support", new Backlog(2, 1, Chapter.NOON.plusSeconds(120)),
                        "billing", new Backlog(0, 2, null)));
    }
}
