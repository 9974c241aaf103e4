package dev.rota.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends who is not logged in, or not any more, to the login page. */
final class PageAnswer implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String LOGIN = "/login";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        send(LOGIN, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            send(LOGIN + "?expired", request, response);
            return;
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Whether a part of a page is asked for by htmx. */
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void send(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPart(request)) {
            // A redirect would be followed, and the login page shown where the part belongs.
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.sendRedirect(page);
    }
}
