package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Template;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and their templates in the database, so that each list is fetched by one engine for all. */
final class TemplateTable implements Templates {

    /** How long a list counts as new. */
    static final Duration FRESH = Duration.ofHours(1);

    /** How soon a fetch is tried again that failed, or that another engine did not end. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    /** News of a template may come in dozens; Meta counts questions. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final String CLAIM =
            """
            INSERT INTO template_account AS a (account, due_at) SELECT unnest(:accounts), :lease
            ON CONFLICT (account) DO UPDATE SET due_at = excluded.due_at WHERE a.due_at <= :now
            RETURNING account
            """;

    private static final String KEEP =
            """
            INSERT INTO template (account, name, language, category, status, text, gaps, obstacle)
            SELECT :account, n.name, n.language, n.category, n.status, n.text, n.gaps::jsonb, n.obstacle
            FROM unnest(:names, :languages, :categories, :statuses, :texts, :gaps, :obstacles)
                AS n (name, language, category, status, text, gaps, obstacle)
            ON CONFLICT DO NOTHING
            """;

    private static final String DONE =
            """
            UPDATE template_account SET fetched_at = coalesce(:fetchedAt, fetched_at), due_at = :dueAt, problem = :problem
            WHERE account = :account
            """;

    private static final TypeReference<List<Template.Gap>> GAPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    TemplateTable(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public TemplateList of(String number) {
        return jdbc.sql("SELECT a.* FROM number_account n JOIN template_account a USING (account) WHERE n.number = ?")
                .param(number)
                .query((row, n) -> new TemplateList(
                        instant(row, "fetched_at"), row.getString("problem"), templates(row.getString("account"))))
                .optional()
                .orElse(TemplateList.UNKNOWN);
    }

    @Override
    public void outdated() {
        jdbc.sql(
                        "UPDATE template_account SET due_at = least(due_at, greatest(:now, fetched_at + :shortest * interval '1 s'))")
                .param("now", at(clock.instant()))
                .param("shortest", SHORTEST.toSeconds())
                .update();
    }

    /** The account of each number that is known, by the number's id. */
    Map<String, String> accounts() {
        var accounts = new HashMap<String, String>();
        jdbc.sql("SELECT number, account FROM number_account").query(row -> {
            accounts.put(row.getString("number"), row.getString("account"));
        });
        return accounts;
    }

    void belongs(String number, String account) {
        jdbc.sql("INSERT INTO number_account (number, account) VALUES (?, ?)"
                        + " ON CONFLICT (number) DO UPDATE SET account = excluded.account")
                .params(number, account)
                .update();
    }

    /** Those of the accounts whose lists are due; until {@link #AGAIN} has passed nobody else gets them. */
    List<String> claim(Collection<String> accounts) {
        var now = clock.instant();
        return jdbc.sql(CLAIM)
                .param("accounts", accounts.toArray(String[]::new))
                .param("now", at(now))
                .param("lease", at(now.plus(AGAIN)))
                .query(String.class)
                .list();
    }

    /** Keeps a whole list in place of the one before. */
    void keep(String account, List<Template> templates) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM template WHERE account = ?").param(account).update();
            jdbc.sql(KEEP)
                    .param("account", account)
                    .param("names", column(templates, Template::name))
                    .param("languages", column(templates, Template::language))
                    .param("categories", column(templates, Template::category))
                    .param("statuses", column(templates, Template::status))
                    .param("texts", column(templates, Template::text))
                    .param("gaps", column(templates, this::gaps))
                    .param("obstacles", column(templates, Template::obstacle))
                    .update();
            done(account, clock.instant(), FRESH, null);
        });
    }

    /** The list stays as it is; whether the reason is another than before. */
    boolean failed(String account, String problem) {
        var before = jdbc.sql("SELECT coalesce(problem, '') FROM template_account WHERE account = ?")
                .param(account)
                .query(String.class)
                .optional();
        done(account, null, AGAIN, problem);
        return !before.equals(Optional.of(problem));
    }

    private void done(String account, @Nullable Instant fetchedAt, Duration until, @Nullable String problem) {
        jdbc.sql(DONE)
                .param("fetchedAt", fetchedAt == null ? null : at(fetchedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("dueAt", at(clock.instant().plus(until)))
                .param("problem", problem)
                .param("account", account)
                .update();
    }

    private List<Template> templates(String account) {
        return jdbc.sql("SELECT * FROM template WHERE account = ? ORDER BY name, language")
                .param(account)
                .query((row, n) -> new Template(
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("category"),
                        row.getString("status"),
                        row.getString("text"),
                        gaps(row.getString("gaps")),
                        row.getString("obstacle")))
                .list();
    }

    private String gaps(Template template) {
        try {
            return json.writeValueAsString(template.gaps());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the gaps of a template can't be written as JSON", e);
        }
    }

    private List<Template.Gap> gaps(String stored) {
        try {
            return json.readValue(stored, GAPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the gaps of a template are not as they were written", e);
        }
    }

    private static @Nullable String[] column(List<Template> templates, Function<Template, @Nullable String> value) {
        return templates.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
