package dev.rota.flow.rules;

import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Age;
import dev.rota.desk.Kept;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of rules as they are kept, by the hash of their content. */
record KeptFiles(JdbcClient jdbc) {

    /**
     * Files that have long been out of force go, unless a decision may still name them: one is made while its rules are in
     * force, give or take how long an engine takes to follow.
     */
    static final Kept KEPT = new Kept(
            "rules",
            new Age(Duration.ofDays(180)),
            """
            WITH reign AS (
                SELECT rules, lead(at) OVER (ORDER BY id) AS ended FROM swap
            ), over AS (
                SELECT rules FROM reign GROUP BY rules
                HAVING bool_and(ended IS NOT NULL AND ended < least(
                    :before, (SELECT at FROM decision ORDER BY id LIMIT 1) - interval '1 hour'))
                LIMIT :rows
            ), done AS (
                DELETE FROM rules USING over WHERE :after = 0 AND hash = over.rules RETURNING 1
            )
            SELECT NULL::bigint AS next, false AS settled, (SELECT count(*) FROM done) AS changed
            """);

    /** The files of that hash, if they have ever been in force and are still kept. */
    Optional<RuleFiles> find(String hash) {
        var files = jdbc.sql("SELECT name, bytes FROM rules_file WHERE rules = :hash")
                .param("hash", hash)
                .query((row, n) -> {
                    var name = row.getString("name");
                    return new RuleFile(name, name, row.getBytes("bytes"));
                })
                .list();
        return files.isEmpty() ? Optional.empty() : Optional.of(RuleFiles.of(files));
    }

    /** Keeps files, unless they are kept already. */
    void add(String hash, RuleFiles files) {
        var isNew = jdbc.sql("INSERT INTO rules (hash) VALUES (:hash) ON CONFLICT DO NOTHING")
                .param("hash", hash)
                .update();
        if (isNew > 0) {
            for (var file : files.all()) {
                jdbc.sql("INSERT INTO rules_file (rules, name, bytes) VALUES (:rules, :name, :bytes)")
                        .param("rules", hash)
                        .param("name", file.name())
                        .param("bytes", file.bytes())
                        .update();
            }
        }
    }
}
