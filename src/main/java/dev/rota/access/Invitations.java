package dev.rota.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time links by which people set their password. */
public final class Invitations {

    /** How long a link may be used. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient jdbc, People people, Passwords passwords, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What came of a password that somebody chose. */
    public enum Answer {
        SET,
        TOO_SHORT,
        TOO_LONG,
        /** The link was used already, has been replaced by another, or is older than {@link #LIFETIME}. */
        EXPIRED
    }

    /**
     * Makes a link for a person; earlier ones are void.
     *
     * @param by who invites
     * @return its path; empty when nobody of that name can be invited, as the administrator can't
     */
    public Optional<String> invite(String person, String by) {
        if (person.equals(People.ADMIN) || people.find(person).isEmpty()) {
            return Optional.empty();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                        INSERT INTO invitation (person, token_hash, by, expires_at)
                        VALUES (:person, :hash, :by, :expires)
                        ON CONFLICT (person) DO UPDATE
                        SET token_hash = excluded.token_hash, by = excluded.by, expires_at = excluded.expires_at""")
                .param("person", person)
                .param("hash", Digest.of(token))
                .param("by", by)
                .param("expires", Timestamp.from(clock.instant().plus(LIFETIME)))
                .update();
        return Optional.of("/invitation/" + token);
    }

    /** The login that a link is for, while it can be used. */
    public Optional<String> person(String token) {
        return jdbc.sql("SELECT person FROM invitation WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", Digest.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .filter(person -> people.find(person).isPresent());
    }

    /** Sets the password, uses the link up, and ends all sessions of the person. */
    public Answer accept(String token, String password) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            return Answer.TOO_SHORT;
        }
        if (Passwords.tooLong(password)) {
            return Answer.TOO_LONG;
        }
        if (person(token).isEmpty()) {
            return Answer.EXPIRED;
        }
        var person = use(token, passwords.hash(password));
        person.ifPresent(sessions::end);
        return person.isPresent() ? Answer.SET : Answer.EXPIRED;
    }

    private Optional<String> use(String token, String hash) {
        return jdbc.sql(
                        """
                        WITH used AS (
                            DELETE FROM invitation WHERE token_hash = :token AND expires_at > :now RETURNING person)
                        INSERT INTO login (person, password, set_at) SELECT person, :password, :now FROM used
                        ON CONFLICT (person) DO UPDATE SET password = excluded.password, set_at = excluded.set_at
                        RETURNING person""")
                .param("token", Digest.of(token))
                .param("password", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }
}
