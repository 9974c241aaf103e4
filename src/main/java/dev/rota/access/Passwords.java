package dev.rota.access;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The passwords that people have chosen, as hashes. */
final class Passwords {

    static final int SHORTEST = 8;

    /** What bcrypt takes into account; a longer one would be cut off silently. */
    static final int MOST_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final String nobodys;
    private final @Nullable String admins;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, String adminPassword) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        if (tooLong(adminPassword)) {
            throw new IllegalStateException("ROTA_ADMIN_PASSWORD is longer than " + MOST_BYTES + " bytes");
        }
        this.nobodys = encoder.encode("nobody's");
        this.admins = adminPassword.isEmpty() ? null : encoder.encode(adminPassword);
    }

    static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Whether it is the person's password; takes as long for somebody who has none. */
    boolean match(String person, String password) {
        var hash = person.equals(People.ADMIN) ? admins : stored(person);
        var matches = encoder.matches(password, hash == null ? nobodys : hash);
        return matches && hash != null && !tooLong(password);
    }

    private @Nullable String stored(String person) {
        return jdbc.sql("SELECT password FROM login WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
