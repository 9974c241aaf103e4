package dev.rota.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings of people, wherever they have logged in. */
public final class KeptSettings {

    private final JdbcClient jdbc;

    KeptSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What that person has chosen. */
    public Settings of(String person) {
        return jdbc.sql("SELECT language, single_keys, enter_sends FROM setting WHERE person = :person")
                .param("person", person)
                .query((row, n) -> new Settings(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElse(Settings.USUAL);
    }

    /** Takes the place of what they chose before. */
    public void keep(String person, Settings chosen) {
        jdbc.sql(
                        """
                        INSERT INTO setting (person, language, single_keys, enter_sends)
                        VALUES (:person, :language, :singleKeys, :enterSends)
                        ON CONFLICT (person) DO UPDATE
                        SET language = excluded.language, single_keys = excluded.single_keys, enter_sends = excluded.enter_sends""")
                .param("person", person)
                .param("language", chosen.language())
                .param("singleKeys", chosen.singleKeys())
                .param("enterSends", chosen.enterSends())
                .update();
    }
}
