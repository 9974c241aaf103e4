package dev.rota.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Company;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Logins, sessions and tokens, and what each door asks for. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    People people(Supplier<Company> company) {
        return new People(company);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Clock clock) {
        return new Sessions(jdbc, clock);
    }

    @Bean
    KeptSettings keptSettings(JdbcClient jdbc) {
        return new KeptSettings(jdbc);
    }

    @Bean
    SessionMemory sessionMemory(People people, Clock clock) {
        return new SessionMemory(people, clock);
    }

    @Bean
    Login login(People people, SessionMemory memory) {
        return new Login(people, memory);
    }

    @Bean
    Passwords passwords(JdbcClient jdbc, @Value("${rota.admin-password:}") String adminPassword) {
        return new Passwords(jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder(), adminPassword);
    }

    @Bean
    PasswordLogin passwordLogin(People people, Passwords passwords, Clock clock) {
        return new PasswordLogin(people, passwords, new LoginLimit(clock));
    }

    @Bean
    Invitations invitations(JdbcClient jdbc, People people, Passwords passwords, Sessions sessions, Clock clock) {
        return new Invitations(jdbc, people, passwords, sessions, clock);
    }

    @Bean
    ApiTokens apiTokens(@Value("${rota.api-tokens:}") String entries, People people) {
        return new ApiTokens(entries, people);
    }

    @Bean
    Doors doors(SessionMemory memory, ObjectMapper json) {
        return new Doors(memory, new ProblemAnswer(json));
    }

    /** An observation of each filter at each request would be what a busy desk is busy with. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementDoor(HttpSecurity http, Doors doors) throws Exception {
        return doors.management(http);
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenDoor(HttpSecurity http, Doors doors, ApiTokens tokens) throws Exception {
        return doors.tokens(http, tokens);
    }

    @Bean
    @Order(3)
    SecurityFilterChain sessionDoor(HttpSecurity http, Doors doors) throws Exception {
        return doors.sessions(http);
    }

    @Bean
    @Order(4)
    @Profile("demo")
    SecurityFilterChain pickerDoor(HttpSecurity http, Doors doors) throws Exception {
        return doors.picker(http);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pageDoor(HttpSecurity http, Doors doors, PasswordLogin login) throws Exception {
        return doors.pages(http, login);
    }

    /** Behind an https address the browser keeps the cookie to that very host and never sends it in clear. */
    @Bean
    CookieSerializer sessionCookie(@Value("${rota.public-url:}") String publicUrl) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("rota");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (publicUrl.startsWith("https:")) {
            cookie.setCookieName("__Host-rota");
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionLifetime() {
        return repository -> {
            repository.setDefaultMaxInactiveInterval(Sessions.IDLE);
            repository.setUpdateSessionQuery(Sessions.UPDATE);
        };
    }

    /** Two requests of one page may set the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionUpserts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
