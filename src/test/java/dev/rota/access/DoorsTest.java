package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@WebMvcTest(
        properties = {
            "rota.admin-password=the admin's own",
            "rota.api-tokens=bia:agent:t-agent,otto:supervisor:t-supervisor,ops:operations:t-operations,"
                    + "kim:engineer:t-engineer,lee:auditor:t-auditor,root:admin:t-admin"
        })
class DoorsTest {

    private static final AtomicReference<Company> COMPANY = new AtomicReference<>();

    @Autowired
    MockMvc mvc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void another_minute_begins() {
        clock.pass(LoginLimit.WINDOW);
        COMPANY.set(TestCompany.of("ana", "bia"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // method, path, anonymous, ana, otto, admin
        "GET,  /login,                      200, 200, 200, 200",
        "GET,  /invitation/abc,             200, 200, 200, 200",
        "POST, /invitation/abc,             200, 200, 200, 200",
        "GET,  /,                           302, 200, 200, 200",
        "GET,  /conversations/1,            302, 200, 200, 200",
        "POST, /conversations/1/claim,      302, 200, 200, 200",
        "GET,  /elsewhere,                  302, 403, 403, 403",
        "POST, /demo/as/ana,                302, 403, 403, 403",
        "GET,  /actuator/health,            302, 403, 403, 403",
        "GET,  /api/conversations,          401, 200, 200, 200",
        "POST, /api/conversations/1/claim,  401, 200, 200, 200",
        "POST, /api/people/ana/invitation,  401, 403, 403, 200",
        "GET,  /door,                       302, 403, 200, 200",
        "POST, /door/parked/1/replay,       302, 403, 403, 200",
        "GET,  /api/parked,                 401, 403, 200, 200",
        "GET,  /api/callbacks,              401, 403, 403, 200",
        "GET,  /api/deliveries,             401, 403, 200, 200",
        "POST, /api/deliveries/1/retry,     401, 403, 200, 200",
        "GET,  /rules,                      302, 403, 200, 200",
        "GET,  /api/rules,                  401, 403, 200, 200",
        "POST, /api/customers/erase,        401, 403, 403, 200",
        "PUT,  /api/customers/1,            401, 403, 403, 200",
        "POST, /api/customers/import,       401, 403, 403, 200",
    })
    void each_person_gets_what_the_role_allows(
            HttpMethod method, String path, int anonymous, int agent, int supervisor, int admin) throws Exception {
        mvc.perform(request(method, path).with(csrf())).andExpect(status().is(anonymous));
        mvc.perform(as("ana", request(method, path)).with(csrf())).andExpect(status().is(agent));
        mvc.perform(as("otto", request(method, path)).with(csrf())).andExpect(status().is(supervisor));
        mvc.perform(as("admin", request(method, path)).with(csrf())).andExpect(status().is(admin));
        mvc.perform(as("mallory", request(method, path)).with(csrf())).andExpect(status().is(anonymous));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // method, path, wrong, agent, supervisor, operations, engineer, auditor, admin
        "GET,  /api/conversations,          401, 200, 200, 200, 200, 200, 200",
        "POST, /api/explain,                401, 200, 200, 200, 200, 200, 200",
        "POST, /api/conversations/1/claim,  401, 200, 200, 200, 403, 403, 200",
        "PUT,  /api/agents/ana/presence,    401, 200, 200, 200, 403, 403, 200",
        "POST, /api/people/ana/invitation,  401, 403, 403, 403, 403, 403, 200",
        "GET,  /api/ledger,                 401, 200, 200, 200, 200, 200, 200",
        "GET,  /api/rules,                  401, 403, 200, 200, 200, 200, 200",
        "GET,  /api/parked,                 401, 403, 200, 200, 200, 200, 200",
        "GET,  /api/parked/1,               401, 403, 200, 200, 200, 200, 200",
        "POST, /api/parked/1/replay,        401, 403, 403, 200, 403, 403, 200",
        "POST, /api/parked/replay,          401, 403, 403, 200, 403, 403, 200",
        "GET,  /api/callbacks,              401, 403, 403, 200, 200, 200, 200",
        "GET,  /api/deliveries,             401, 403, 200, 200, 200, 200, 200",
        "POST, /api/callbacks/1/replay,     401, 403, 403, 200, 403, 403, 200",
        "POST, /api/callbacks/replay,       401, 403, 403, 200, 403, 403, 200",
        "POST, /api/deliveries/1/retry,     401, 403, 200, 200, 403, 403, 200",
        "POST, /api/deliveries/retry,       401, 403, 200, 200, 403, 403, 200",
        "POST, /api/customers/erase,        401, 403, 403, 403, 403, 403, 200",
        "PUT,  /api/customers/1,            401, 403, 403, 200, 403, 403, 200",
        "POST, /api/customers/import,       401, 403, 403, 200, 403, 403, 200",
        "GET,  /,                           302, 302, 302, 302, 302, 302, 302",
    })
    void each_token_gets_what_the_role_allows(
            HttpMethod method,
            String path,
            int wrong,
            int agent,
            int supervisor,
            int operations,
            int engineer,
            int auditor,
            int admin)
            throws Exception {
        mvc.perform(bearer("t-nobody", request(method, path))).andExpect(status().is(wrong));
        mvc.perform(bearer("", request(method, path))).andExpect(status().is(wrong));
        mvc.perform(bearer("t-agent", request(method, path))).andExpect(status().is(agent));
        mvc.perform(bearer("t-supervisor", request(method, path))).andExpect(status().is(supervisor));
        mvc.perform(bearer("t-operations", request(method, path))).andExpect(status().is(operations));
        mvc.perform(bearer("t-engineer", request(method, path))).andExpect(status().is(engineer));
        mvc.perform(bearer("t-auditor", request(method, path))).andExpect(status().is(auditor));
        mvc.perform(bearer("t-admin", request(method, path))).andExpect(status().is(admin));
    }

    @Test
    void the_viewer_is_the_same_by_token_and_by_session() throws Exception {
        mvc.perform(bearer("t-agent", get("/api/viewer")))
                .andExpect(content().string("Viewer[name=bia, title=Bia Nunes, role=AGENT, teams=[sales]]"));
        mvc.perform(as("bia", get("/api/viewer")))
                .andExpect(content().string("Viewer[name=bia, title=Bia Nunes, role=AGENT, teams=[sales]]"));
    }

    @Test
    void a_token_is_not_helped_by_a_session() throws Exception {
        mvc.perform(as("ana", bearer("t-nobody", get("/api/viewer")))).andExpect(status().isUnauthorized());
    }

    @Test
    void a_refusal_of_the_api_is_a_problem_in_a_sentence() throws Exception {
        mvc.perform(get("/api/conversations"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(401))
                .andExpect(jsonPath("$.instance").value("/api/conversations"));
    }

    @Test
    void a_change_within_a_session_needs_the_csrf_token() throws Exception {
        mvc.perform(as("ana", post("/api/conversations/1/claim")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("CSRF")));
        mvc.perform(as("ana", post("/conversations/1/claim"))).andExpect(redirectedUrl("/login?expired"));
        mvc.perform(as("ana", post("/conversations/1/claim")).with(csrf().asHeader()))
                .andExpect(status().isOk());
    }

    @Test
    void who_leaves_the_files_loses_access_at_the_next_request() throws Exception {
        var session = session("ana");
        mvc.perform(get("/api/viewer").session(session)).andExpect(status().isOk());

        COMPANY.set(TestCompany.of("bia"));

        mvc.perform(get("/api/viewer").session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void a_part_of_a_page_sends_the_whole_page_to_the_login() throws Exception {
        mvc.perform(get("/").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"));
    }

    @Test
    void every_answer_forbids_what_a_browser_should_not_do() throws Exception {
        for (var path : new String[] {"/login", "/api/conversations"}) {
            mvc.perform(get(path))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    "default-src 'self'; object-src 'none'; base-uri 'none';"
                                            + " frame-ancestors 'none'; form-action 'self'"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("X-Frame-Options", "DENY"))
                    .andExpect(header().string("Referrer-Policy", "same-origin"))
                    .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"));
        }
    }

    @Test
    void a_login_begins_a_session_and_leads_to_where_the_link_led() throws Exception {
        var before = new MockHttpSession();
        mvc.perform(get("/conversations/1").accept(MediaType.TEXT_HTML).session(before))
                .andExpect(redirectedUrl("/login"));

        var after = mvc.perform(login("admin", "the admin's own").session(before))
                .andExpect(redirectedUrl("http://localhost/conversations/1"))
                .andReturn();

        assertThat(before.isInvalid()).isTrue();
        assertThat(after.getRequest().getSession(true)).isNotSameAs(before);
    }

    @Test
    void a_refused_login_says_the_same_whatever_was_wrong() throws Exception {
        mvc.perform(login("mallory", "guess")).andExpect(redirectedUrl("/login?refused"));
        mvc.perform(login("bia", "guess")).andExpect(redirectedUrl("/login?refused"));
        for (var n = 0; n < 5; n++) {
            mvc.perform(login(" admin ", "guess")).andExpect(redirectedUrl("/login?refused"));
        }
        mvc.perform(login("admin", "the admin's own")).andExpect(redirectedUrl("/login?refused"));
    }

    private static MockHttpServletRequestBuilder login(String name, String password) {
        return post("/login").with(csrf()).param("username", name).param("password", password);
    }

    private static MockHttpServletRequestBuilder bearer(String secret, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + secret);
    }

    private static MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
        return request.session(session(person));
    }

    private static MockHttpSession session(String person) {
        var session = new MockHttpSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person);
        return session;
    }

    /** The doors, and a room behind each. */
    @SpringBootConfiguration
    @Import({AccessConfiguration.class, Rooms.class})
    static class House {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.fresh());
        }

        @Bean
        MovableClock clock() {
            return new MovableClock(Clock.systemUTC().instant());
        }

        @Bean
        Supplier<Company> company() {
            return COMPANY::get;
        }
    }

    @RestController
    static class Rooms {

        @RequestMapping("/**")
        String room() {
            return "in";
        }

        @RequestMapping("/api/viewer")
        String viewer(@AuthenticationPrincipal Viewer viewer) {
            return viewer.toString();
        }
    }
}
