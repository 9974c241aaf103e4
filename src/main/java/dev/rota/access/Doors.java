package dev.rota.access;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** What each door of the desk asks of those who come: deny by default, and no state changes without a token. */
final class Doors {

    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String[] MAY_CHANGE = {"AGENT", "SUPERVISOR", "OPERATIONS", "ADMIN"};

    /** Who looks after what is under way and what was given up: whoever is not busy answering. */
    private static final String[] LOOK_AFTER = {"SUPERVISOR", "OPERATIONS", "ENGINEER", "AUDITOR", "ADMIN"};

    /** Who directs the work: pauses queues, and has deliveries tried again, of what they see. */
    private static final String[] MAY_DIRECT = {"SUPERVISOR", "OPERATIONS", "ADMIN"};

    /** Who has an event, or what a helpdesk told, handled again: that is about no team alone. */
    private static final String[] HANDLE_AGAIN = {"OPERATIONS", "ADMIN"};

    private static final String[] SEE_ALL = {"OPERATIONS", "ENGINEER", "AUDITOR", "ADMIN"};

    private final SessionMemory memory;
    private final ProblemAnswer problem;

    Doors(SessionMemory memory, ProblemAnswer problem) {
        this.memory = memory;
        this.problem = problem;
    }

    /** Health and figures, on a port of their own that is not for strangers; no other endpoint answers. */
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problem).accessDeniedHandler(problem))
                .build();
    }

    /** Programs: a bearer token and no session, so that there is nothing to forge. */
    SecurityFilterChain tokens(HttpSecurity http, ApiTokens tokens) throws Exception {
        var path = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        return api(http.securityMatcher(new AndRequestMatcher(path, BearerFilter::isFor)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .build();
    }

    /** The same for a page of somebody who has logged in. */
    SecurityFilterChain sessions(HttpSecurity http) throws Exception {
        return api(http.securityMatcher("/api/**"))
                .securityContext(context -> context.securityContextRepository(memory))
                .build();
    }

    /** The panel. */
    SecurityFilterChain pages(HttpSecurity http, PasswordLogin login) throws Exception {
        var answer = new PageAnswer();
        return usual(http)
                .authorizeHttpRequests(Doors::pages)
                .authenticationProvider(login)
                .securityContext(context -> context.securityContextRepository(memory))
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .requestCache(cache -> cache.requestCache(wholePages()))
                .formLogin(form -> form.loginPage(PageAnswer.LOGIN).failureUrl(PageAnswer.LOGIN + "?refused"))
                .logout(logout -> logout.logoutSuccessUrl(PageAnswer.LOGIN))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answer).accessDeniedHandler(answer))
                .build();
    }

    /** The person picker, which exists in the demo only. */
    SecurityFilterChain picker(HttpSecurity http) throws Exception {
        return usual(http.securityMatcher("/demo/as/*"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(memory))
                .build();
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        afterwards(requests)
                .requestMatchers("/login", "/invitation/*", "/webjars/**", "/panel/**", "/favicon.ico")
                .permitAll();
        requests.requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/conversations/**",
                        "/circuits",
                        "/search",
                        "/customers/**",
                        "/floor",
                        "/reports",
                        "/shifts/**")
                .authenticated();
        requests.requestMatchers(HttpMethod.POST, "/conversations/**").hasAnyRole(MAY_CHANGE);
        requests.requestMatchers("/presence", "/settings").authenticated();
        requests.requestMatchers("/floor/queues/**").hasAnyRole(MAY_DIRECT);
        requests.requestMatchers("/floor/rows/**", "/floor/actions/**").hasAnyRole("SUPERVISOR", "ADMIN");
        requests.requestMatchers(HttpMethod.POST, "/floor/**").hasAnyRole("SUPERVISOR", "ADMIN");
        requests.requestMatchers(HttpMethod.POST, "/shifts/**").hasAnyRole("SUPERVISOR", "OPERATIONS", "ADMIN");
        requests.requestMatchers("/begin").hasAnyRole("AGENT", "SUPERVISOR", "ADMIN");
        requests.requestMatchers(HttpMethod.GET, "/door").hasAnyRole(LOOK_AFTER);
        requests.requestMatchers(HttpMethod.POST, "/door/**").hasAnyRole(HANDLE_AGAIN);
        requests.requestMatchers(HttpMethod.GET, "/deliveries").hasAnyRole(LOOK_AFTER);
        requests.requestMatchers(HttpMethod.POST, "/deliveries/callbacks/**").hasAnyRole(HANDLE_AGAIN);
        requests.requestMatchers(HttpMethod.POST, "/deliveries/**").hasAnyRole(MAY_DIRECT);
        requests.requestMatchers(HttpMethod.GET, "/rules").hasAnyRole(LOOK_AFTER);
        requests.anyRequest().denyAll();
    }

    private HttpSecurity api(HttpSecurity http) throws Exception {
        return usual(http)
                .authorizeHttpRequests(requests -> afterwards(requests)
                        .requestMatchers("/api/people/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/api/customers/erase")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.GET, "/api/rules")
                        .hasAnyRole(LOOK_AFTER)
                        .requestMatchers(HttpMethod.PUT, "/api/customers/*")
                        .hasAnyRole("OPERATIONS", "ADMIN")
                        .requestMatchers("/api/customers/import")
                        .hasAnyRole("OPERATIONS", "ADMIN")
                        .requestMatchers(HttpMethod.GET, "/api/parked/**", "/api/parked", "/api/deliveries")
                        .hasAnyRole(LOOK_AFTER)
                        .requestMatchers(HttpMethod.GET, "/api/callbacks")
                        .hasAnyRole(SEE_ALL)
                        .requestMatchers("/api/parked/**", "/api/parked", "/api/callbacks/**")
                        .hasAnyRole(HANDLE_AGAIN)
                        .requestMatchers(HttpMethod.POST, "/api/deliveries/**")
                        .hasAnyRole(MAY_DIRECT)
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/explain")
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole(MAY_CHANGE))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problem).accessDeniedHandler(problem));
    }

    /** The end of a stream and the page of an error are parts of a request that was let in, or refused, already. */
    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry afterwards(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll();
    }

    /** After the login people find themselves where a link led them; never on a part of a page. */
    private static RequestCache wholePages() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request ->
                HttpMethod.GET.matches(request.getMethod()) && html.matches(request) && !PageAnswer.isPart(request));
        return cache;
    }

    private static HttpSecurity usual(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.csrfTokenRequestHandler(new PageTokens()));
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }
}
