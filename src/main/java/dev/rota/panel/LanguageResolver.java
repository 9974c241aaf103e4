package dev.rota.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language that the reader has chosen, else the first that the browser asks for and the panel speaks, whatever the
 * country: Portuguese, Spanish or English. A part of a page comes in the language of the page, which asks for it.
 */
final class LanguageResolver extends AcceptHeaderLocaleResolver {

    /** What the panel speaks. */
    static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

    private final ReaderSettings settings;

    LanguageResolver(ReaderSettings settings) {
        this.settings = settings;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.concat(chosen(request), Collections.list(request.getLocales()).stream())
                .flatMap(wanted ->
                        SPOKEN.stream().filter(one -> one.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private Stream<Locale> chosen(HttpServletRequest request) {
        var isPart = request.getHeader("HX-Request") != null;
        return isPart
                ? Stream.empty()
                : Stream.ofNullable(settings.of(request).language()).map(Locale::forLanguageTag);
    }
}
