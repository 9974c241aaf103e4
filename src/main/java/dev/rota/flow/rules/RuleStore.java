package dev.rota.flow.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps rules by their hash, says which are in force on all engines, and what each engine proposed. */
final class RuleStore implements RuleHistory {

    /** How many refusals are kept. */
    static final int REFUSALS = 50;

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private static final String PROPOSE =
            """
            WITH proposed AS (
                INSERT INTO proposal (engine, rules, at, problems) VALUES (:engine, :rules, :at, :problems::jsonb)
                ON CONFLICT (engine) DO UPDATE
                SET rules = excluded.rules, at = excluded.at, problems = excluded.problems
                RETURNING engine, rules, at, problems, problems = '[]' AS sound
            ), mended AS (
                UPDATE refusal SET mended_at = proposed.at FROM proposed
                WHERE sound AND refusal.engine = proposed.engine AND mended_at IS NULL
            ), forgotten AS (
                DELETE FROM refusal USING proposed
                WHERE NOT sound AND id <= (SELECT id FROM refusal ORDER BY id DESC OFFSET :others LIMIT 1)
            )
            INSERT INTO refusal (engine, rules, at, problems)
            SELECT engine, rules, at, problems FROM proposed WHERE NOT sound
            """;

    private static final String SWAP =
            """
            INSERT INTO swap (rules, at, engine) VALUES (:rules, :at, :engine) RETURNING id, rules, at, engine
            """;

    private final JdbcClient jdbc;
    private final KeptFiles kept;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;
    private final String engine;

    /** @param engine this engine's name */
    RuleStore(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock, String engine) {
        this.jdbc = jdbc;
        this.kept = new KeptFiles(jdbc);
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.engine = engine;
    }

    /** The swap that says what is in force. */
    Optional<Swap> newest() {
        return jdbc.sql("SELECT id, rules, at, engine FROM swap ORDER BY id DESC LIMIT 1")
                .query(RuleStore::swap)
                .optional();
    }

    /** The hash of what this engine proposed last. */
    Optional<String> lastProposed() {
        return jdbc.sql("SELECT rules FROM proposal WHERE engine = :engine")
                .param("engine", engine)
                .query(String.class)
                .optional();
    }

    /** What was proposed last and refused, by engine. */
    List<Proposal> refused() {
        return jdbc.sql("SELECT * FROM proposal WHERE problems <> '[]' ORDER BY engine")
                .query((row, n) ->
                        new Proposal(row.getString("engine"), row.getString("rules"), instant(row), problems(row)))
                .list();
    }

    @Override
    public List<Refused> refused(int most) {
        return jdbc.sql("SELECT * FROM refusal ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query((row, n) -> new Refused(
                        row.getString("engine"), row.getString("rules"), instant(row), problems(row), mended(row)))
                .list();
    }

    @Override
    public List<Swap> swaps(int most) {
        return jdbc.sql("SELECT id, rules, at, engine FROM swap ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query(RuleStore::swap)
                .list();
    }

    @Override
    public List<String> names(String hash) {
        return jdbc.sql("SELECT name FROM rules_file WHERE rules = :rules ORDER BY name")
                .param("rules", hash)
                .query(String.class)
                .list();
    }

    /** The files of that hash, if they have ever been in force and are still kept. */
    Optional<RuleFiles> files(String hash) {
        return kept.find(hash);
    }

    /** Notes what this engine proposed, and why it is refused; without a problem it is what is in force anyway. */
    void note(String hash, List<Problem> problems) {
        jdbc.sql(PROPOSE)
                .param("engine", engine)
                .param("rules", hash)
                .param("at", now())
                .param("problems", text(problems))
                .param("others", REFUSALS - 1)
                .update();
    }

    /** Puts what this engine proposed into force on all engines. */
    Swap swap(RuleFiles files) {
        var hash = files.hash();
        return Objects.requireNonNull(transaction.execute(status -> {
            // One after the other: ids that commit in another order would leave engines with different newest ones.
            jdbc.sql("LOCK TABLE swap IN SHARE ROW EXCLUSIVE MODE").update();
            kept.add(hash, files);
            note(hash, List.of());
            return jdbc.sql(SWAP)
                    .param("rules", hash)
                    .param("at", now())
                    .param("engine", engine)
                    .query(RuleStore::swap)
                    .single();
        }));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Swap swap(ResultSet row, int number) throws SQLException {
        return new Swap(row.getLong("id"), row.getString("rules"), instant(row), row.getString("engine"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant mended(ResultSet row) throws SQLException {
        var at = row.getObject("mended_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private String text(List<Problem> problems) {
        try {
            return json.writeValueAsString(problems).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems can't be written as JSON", e);
        }
    }

    private List<Problem> problems(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("problems"), PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the problems of a proposal are not what Rota writes", e);
        }
    }
}
