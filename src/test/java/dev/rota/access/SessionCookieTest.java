package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({"http://localhost:8080, rota, false", "https://rota.example, __Host-rota, true"})
    void the_cookie_stays_with_its_host_and_is_not_for_scripts(String publicUrl, String name, boolean secure) {
        var response = new MockHttpServletResponse();

        new AccessConfiguration()
                .sessionCookie(publicUrl)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "s1"));

        var cookie = String.valueOf(response.getHeader("Set-Cookie"));
        assertThat(cookie)
                .startsWith(name + "=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(cookie.contains("Secure")).isEqualTo(secure);
    }
}
