package dev.rota.flow.rules;

import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of rules as they are kept, by the hash of their content. */
record KeptFiles(JdbcClient jdbc) {

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
