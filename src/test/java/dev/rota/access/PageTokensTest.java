package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Nobody's files are read before it is known who sends them. */
class PageTokensTest {

    private final PageTokens tokens = new PageTokens();
    private final CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret");

    @Test
    void a_form_with_files_has_its_token_in_a_header_or_none() {
        assertThat(tokens.resolveCsrfTokenValue(unread("multipart/form-data; boundary=b", null), token))
                .isNull();
        assertThat(tokens.resolveCsrfTokenValue(unread("Multipart/Form-Data; boundary=b", null), token))
                .isNull();
        assertThat(tokens.resolveCsrfTokenValue(unread("multipart/form-data; boundary=b", masked()), token))
                .isEqualTo("secret");
    }

    @Test
    void any_other_form_may_have_it_inside() {
        assertThatThrownBy(() -> tokens.resolveCsrfTokenValue(unread("application/x-www-form-urlencoded", null), token))
                .hasMessage("the body is read");
    }

    /** The token as a page has it: another one each time. */
    private String masked() {
        var request = new MockHttpServletRequest();
        tokens.handle(request, new MockHttpServletResponse(), () -> token);
        return ((CsrfToken) Objects.requireNonNull(request.getAttribute("_csrf"))).getToken();
    }

    private static HttpServletRequest unread(String type, @Nullable String header) {
        var request = new MockHttpServletRequest();
        request.setContentType(type);
        if (header != null) {
            request.addHeader("X-CSRF-TOKEN", header);
        }
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getParameter(String name) {
                throw new AssertionError("the body is read");
            }
        };
    }
}
