package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written of a session, by Spring Session with the statement that it is given. */
class SessionsTest {

    /** Now, as Spring Session asks no clock but the machine's. */
    private final Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcTemplate database = new JdbcTemplate(source);
    private final SessionRepository<? extends Session> sessions = repository();

    private String id = begin(sessions);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void that_a_session_is_used_is_written_once_a_minute() {
        use(sessions, start.plusSeconds(60));
        assertThat(kept("last_access_time")).isEqualTo(start.toEpochMilli());

        var later = start.plusSeconds(61);
        use(sessions, later);
        assertThat(kept("last_access_time")).isEqualTo(later.toEpochMilli());
        assertThat(kept("expiry_time")).isEqualTo(later.plus(Sessions.IDLE).toEpochMilli());
    }

    @Test
    void what_else_changes_is_written_at_once() {
        var before = id;
        change(sessions);
        assertThat(id).isNotEqualTo(before);
        assertThat(kept("session_id")).isEqualTo(id);
        assertThat(kept("principal_name")).isEqualTo("ana");
    }

    private <S extends Session> String begin(SessionRepository<S> repository) {
        var session = repository.createSession();
        session.setMaxInactiveInterval(Sessions.IDLE);
        session.setLastAccessedTime(start);
        repository.save(session);
        return session.getId();
    }

    private <S extends Session> void use(SessionRepository<S> repository, Instant at) {
        var session = found(repository);
        session.setLastAccessedTime(at);
        repository.save(session);
    }

    private <S extends Session> void change(SessionRepository<S> repository) {
        var session = found(repository);
        session.setAttribute(PERSON, "ana");
        id = session.changeSessionId();
        repository.save(session);
    }

    private <S extends Session> S found(SessionRepository<S> repository) {
        return Objects.requireNonNull(repository.findById(id));
    }

    private Object kept(String column) {
        return Objects.requireNonNull(
                database.queryForObject("SELECT " + column + " FROM spring_session", Object.class));
    }

    private SessionRepository<? extends Session> repository() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var repository = new JdbcIndexedSessionRepository(database, transaction);
        new AccessConfiguration().sessionLifetime().customize(repository);
        return repository;
    }
}
