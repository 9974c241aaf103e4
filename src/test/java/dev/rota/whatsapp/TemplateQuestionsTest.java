package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of an account's templates: fetched whole, by one engine, when it is due. */
class TemplateQuestionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Company COMPANY = ExampleCompany.withApps(new App("fibranorte", List.of(), "token-1", null));
    private static final String FIRST =
            """
            {"data": [{"name": "visita", "language": "pt_BR", "status": "APPROVED", "category": "UTILITY",
                       "components": [{"type": "BODY", "text": "Olá {{1}}, às {{ 2 }}, {{1}}"}]}],
             "paging": {"cursors": {"after": "Mg=="}, "next": "https://graph.example/next"}}
            """;
    private static final String SECOND =
            """
            {"data": [{"name": "boas_vindas", "language": "en_US", "status": "PAUSED", "category": "MARKETING",
                       "parameter_format": "NAMED",
                       "components": [{"type": "HEADER", "format": "TEXT", "text": "Hi {{first_name}}"},
                                      {"type": "BODY", "text": "Plan {{plan}}"}, {"type": "FOOTER", "text": "bye"},
                                      {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop"},
                                          {"type": "URL", "url": "https://x.example/{{1}}"}]}]},
                      {"name": "foto", "language": "pt_BR", "status": "APPROVED", "category": "UTILITY",
                       "components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "Veja"}]}],
             "paging": {"cursors": {"after": "Mw=="}}}
            """;

    private final HikariDataSource source = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final TemplateTable table = new TemplateTable(
            JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)), JSON, clock);
    private final Accounts accounts = new Accounts();
    private final TemplateQuestions engine = questions(accounts);
    private final List<GraphQuestion> asked = new ArrayList<>();
    private int status = 200;

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void all_pages_of_the_account_that_webhooks_name_are_kept_with_their_gaps() {
        accounts.heard(ExampleCompany.NUMBER, "waba-1");
        engine.refresh(this::answer);

        assertThat(asked)
                .extracting(question -> question.path() + "?" + question.query())
                .containsExactly(
                        "/v26.0/waba-1/message_templates?fields=name,language,category,status,parameter_format,components"
                                + "&limit=100",
                        "/v26.0/waba-1/message_templates?fields=name,language,category,status,parameter_format,components"
                                + "&limit=100&after=Mg%3D%3D");
        assertThat(asked).extracting(GraphQuestion::token).containsOnly("token-1");
        var list = table.of(ExampleCompany.NUMBER);
        assertThat(list.fetchedAt()).isEqualTo(clock.instant());
        assertThat(list.templates())
                .extracting(TemplateQuestionsTest::described)
                .containsExactly(
                        "boas_vindas en_US MARKETING PAUSED HEADER:first_name! BODY:plan! BUTTON1:1",
                        "foto pt_BR UTILITY APPROVED has a header of the type IMAGE, which Rota can't fill",
                        "visita pt_BR UTILITY APPROVED BODY:1 BODY:2");
        assertThat(list.approved()).hasSize(2);
        assertThat(table.of("another number").fetchedAt()).isNull();
    }

    @Test
    void an_account_that_no_webhook_has_named_is_asked_for_but_not_again_and_again() {
        engine.refresh(question -> {
            asked.add(question);
            return done(200, "{}");
        });
        engine.refresh(this::answer);
        assertThat(asked).extracting(GraphQuestion::path).containsExactly("/v26.0/" + ExampleCompany.NUMBER);

        clock.pass(TemplateTable.AGAIN);
        engine.refresh(this::answer);
        assertThat(table.of(ExampleCompany.NUMBER).templates()).hasSize(3);
    }

    @Test
    void it_is_fetched_again_after_an_hour_and_soon_after_news_of_a_template_by_one_engine() {
        accounts.heard(ExampleCompany.NUMBER, "waba-1");
        var other = questions(new Accounts());
        both(other);
        assertThat(asked).hasSize(2);
        clock.pass(Duration.ofMinutes(59));
        both(other);
        assertThat(asked).hasSize(2);
        clock.pass(Duration.ofMinutes(1));
        both(other);
        assertThat(asked).hasSize(4);

        table.outdated();
        both(other);
        assertThat(asked).as("not twice within a minute").hasSize(4);
        clock.pass(TemplateTable.SHORTEST);
        both(other);
        assertThat(asked).hasSize(6);
    }

    @Test
    void what_is_known_stays_when_meta_refuses_and_the_list_says_why() {
        accounts.heard(ExampleCompany.NUMBER, "waba-1");
        engine.refresh(this::answer);
        clock.pass(TemplateTable.FRESH);

        status = 401;
        engine.refresh(this::answer);
        var list = table.of(ExampleCompany.NUMBER);
        assertThat(list.templates()).hasSize(3);
        assertThat(list.problem())
                .isEqualTo("Meta's error 190: Meta refuses the access token; put a new one in its place");

        status = 200;
        clock.pass(TemplateTable.AGAIN);
        engine.refresh(this::answer);
        assertThat(table.of(ExampleCompany.NUMBER).problem()).isNull();
    }

    @Test
    void an_answer_that_is_no_list_takes_nothing_away() {
        accounts.heard(ExampleCompany.NUMBER, "waba-1");
        engine.refresh(this::answer);
        clock.pass(TemplateTable.FRESH);
        engine.refresh(question -> done(200, "<html>"));
        engine.refresh(question -> CompletableFuture.failedFuture(new IOException("no route")));

        assertThat(table.of(ExampleCompany.NUMBER).templates()).hasSize(3);
        assertThat(table.of(ExampleCompany.NUMBER).problem())
                .isEqualTo("Meta answered 200 with something that is no list");
    }

    private void both(TemplateQuestions other) {
        engine.refresh(this::answer);
        other.refresh(this::answer);
    }

    private TemplateQuestions questions(Accounts known) {
        return new TemplateQuestions(table, known, () -> COMPANY, "v26.0", clock);
    }

    private CompletableFuture<GraphAnswer> answer(GraphQuestion question) {
        asked.add(question);
        if (status != 200) {
            return done(status, "{\"error\": {\"code\": 190}}");
        }
        if (question.query().equals("fields=health_status")) {
            return done(
                    200,
                    "{\"health_status\": {\"entities\": [{\"entity_type\": \"PHONE_NUMBER\", \"id\": \"1\"},"
                            + " {\"entity_type\": \"WABA\", \"id\": \"waba-2\"}]}}");
        }
        return done(200, question.query().contains("after") ? SECOND : FIRST);
    }

    private static CompletableFuture<GraphAnswer> done(int status, String body) {
        var graph = new Graph(() -> COMPANY, "v26.0", JSON);
        return CompletableFuture.completedFuture(graph.answer(status, body));
    }

    private static String described(Template template) {
        var text = new StringBuilder(
                template.name() + " " + template.language() + " " + template.category() + " " + template.status());
        template.gaps().forEach(gap -> text.append(' ')
                .append(gap.part())
                .append(gap.button() == 0 ? "" : gap.button())
                .append(':')
                .append(gap.label())
                .append(gap.named() ? "!" : ""));
        return text.append(template.obstacle() == null ? "" : " " + template.obstacle())
                .toString();
    }
}
