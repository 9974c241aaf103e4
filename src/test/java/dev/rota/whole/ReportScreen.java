package dev.rota.whole;

import com.microsoft.playwright.Page;
import dev.rota.access.People;
import dev.rota.desk.Company;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the reports show of now, beside a count of the conversations that are open. */
final class ReportScreen {

    private static final String OPEN =
            """
            SELECT count(*) FILTER (WHERE status = 'waiting'), count(*) FILTER (WHERE status = 'in_progress')
            FROM conversation WHERE queue = ANY (?)
            """;

    private final JdbcClient jdbc;
    private final String[] queues;

    ReportScreen(JdbcClient jdbc, Company company, String viewer) {
        this.jdbc = jdbc;
        var teams = new People(() -> company).find(viewer).orElseThrow().teams();
        this.queues = company.queuesOf(teams).toArray(String[]::new);
    }

    /** How many waited, and how many were in progress, at the last instant of the backlog. */
    static List<String> of(Page page) {
        return page.locator("#backlog-table tbody tr").last().locator("td").allTextContents();
    }

    /** How many do, and how many are. */
    List<String> counted() {
        return jdbc.sql(OPEN)
                .param(queues)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .single();
    }
}
