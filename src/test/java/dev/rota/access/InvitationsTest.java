package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.access.Invitations.Answer;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class InvitationsTest {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.fresh());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final AtomicReference<Company> company = new AtomicReference<>(TestCompany.of("ana", "bia"));
    private final People people = new People(company::get);
    private final Passwords passwords =
            new Passwords(JDBC, PasswordEncoderFactories.createDelegatingPasswordEncoder(), "the admin's own");
    private final Invitations invitations = new Invitations(JDBC, people, passwords, new Sessions(JDBC, clock), clock);

    @BeforeEach
    void empty() {
        JDBC.sql("DELETE FROM login").update();
        JDBC.sql("DELETE FROM invitation").update();
        JDBC.sql("DELETE FROM spring_session").update();
    }

    @Test
    void a_link_sets_the_password_once() {
        var token = invite("ana");

        assertThat(invitations.person(token)).contains("ana");
        assertThat(invitations.accept(token, "correct horse")).isEqualTo(Answer.SET);
        assertThat(passwords.match("ana", "correct horse")).isTrue();
        assertThat(passwords.match("ana", "wrong horse")).isFalse();
        assertThat(passwords.match("bia", "correct horse")).isFalse();
        assertThat(invitations.accept(token, "another horse")).isEqualTo(Answer.EXPIRED);
        assertThat(invitations.person(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, TOO_SHORT", "8, SET", "72, SET", "73, TOO_LONG"})
    void a_password_has_8_characters_to_72_bytes(int length, Answer answer) {
        assertThat(invitations.accept(invite("ana"), "x".repeat(length))).isEqualTo(answer);
    }

    @Test
    void a_refused_password_leaves_the_link_as_it_was() {
        var token = invite("ana");

        invitations.accept(token, "short");

        assertThat(invitations.accept(token, "long enough")).isEqualTo(Answer.SET);
    }

    @Test
    void a_new_link_voids_the_one_before() {
        var first = invite("ana");
        var second = invite("ana");

        assertThat(invitations.person(first)).isEmpty();
        assertThat(invitations.person(second)).contains("ana");
    }

    @Test
    void a_link_ends_after_seven_days() {
        var token = invite("ana");

        clock.pass(Duration.ofDays(7));

        assertThat(invitations.person(token)).isEmpty();
        assertThat(invitations.accept(token, "correct horse")).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void only_people_of_the_files_are_invited() {
        assertThat(invitations.invite("mallory", "admin")).isEmpty();
        assertThat(invitations.invite("admin", "admin")).isEmpty();
        assertThat(invitations.invite("otto", "admin")).isPresent();
    }

    @Test
    void the_link_of_somebody_who_has_left_is_void() {
        var token = invite("ana");

        company.set(TestCompany.of("bia"));

        assertThat(invitations.accept(token, "correct horse")).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void the_token_is_not_in_the_database() {
        var token = invite("ana");

        assertThat(JDBC.sql("SELECT invitation::text FROM invitation")
                        .query(String.class)
                        .single())
                .doesNotContain(token)
                .contains("ana");
    }

    @Test
    void a_new_password_ends_the_sessions_of_that_person_alone() {
        var sessions = new Sessions(JDBC, clock);
        var anas = session("ana");
        var bias = session("bia");

        invitations.accept(invite("ana"), "correct horse");

        assertThat(sessions.alive(List.of(anas, bias))).containsExactly(bias);
    }

    @Test
    void a_session_ends_after_a_week_however_busy() {
        var sessions = new Sessions(JDBC, clock);
        var id = session("ana");

        clock.pass(Duration.ofDays(7).plusMillis(1));

        assertThat(sessions.alive(List.of(id))).isEmpty();
    }

    @Test
    void the_administrators_password_comes_from_the_environment() {
        assertThat(passwords.match("admin", "the admin's own")).isTrue();
        assertThat(passwords.match("admin", "")).isFalse();
        var none = new Passwords(JDBC, PasswordEncoderFactories.createDelegatingPasswordEncoder(), "");
        assertThat(none.match("admin", "")).isFalse();
        assertThat(none.match("admin", "nobody's")).isFalse();
    }

    private String invite(String person) {
        var path = invitations.invite(person, "admin").orElseThrow();
        assertThat(path).matches("/invitation/[A-Za-z0-9_-]{43}");
        return path.substring("/invitation/".length());
    }

    private String session(String person) {
        var id = UUID.randomUUID().toString();
        JDBC.sql("INSERT INTO spring_session VALUES (:id, :id, :at, :at, 60, :never, :person)")
                .param("id", id)
                .param("at", clock.millis())
                .param("never", Long.MAX_VALUE)
                .param("person", person)
                .update();
        return id;
    }
}
