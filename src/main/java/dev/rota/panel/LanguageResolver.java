package dev.rota.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The first language that the browser asks for and the panel speaks, whatever the country: Portuguese, Spanish or English. */
final class LanguageResolver extends AcceptHeaderLocaleResolver {

    private static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted ->
                        SPOKEN.stream().filter(one -> one.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
