package dev.rota.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Finds the token of a page in what it sends. A form with files must have it in a header: to look for it inside would be
 * to read the files of somebody who has not been let in yet.
 */
final class PageTokens implements CsrfTokenRequestHandler {

    private final CsrfTokenRequestHandler usual = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        usual.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        var hasFiles = String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
        return hasFiles && request.getHeader(token.getHeaderName()) == null
                ? null
                : usual.resolveCsrfTokenValue(request, token);
    }
}
