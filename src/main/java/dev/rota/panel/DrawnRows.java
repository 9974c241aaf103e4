package dev.rota.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Rows of lists as HTML, drawn once for all who see the same: many have the desk open, and of fifty rows few have changed
 * since the last time. What is drawn depends on nothing but what it is kept by.
 */
final class DrawnRows {

    private static final long MOST = 5000;
    private static final Duration UNUSED = Duration.ofMinutes(1);

    private final ITemplateEngine templates;
    private final Cache<Drawn, String> drawn =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    DrawnRows(ITemplateEngine templates) {
        this.templates = templates;
    }

    private record Drawn(Row row, String page, boolean current, Locale locale) {}

    /** A row of that list; everything that people wrote is escaped in it. */
    public String row(Row row, ListView list, Locale locale) {
        var current = list.open() != null && list.open() == row.id();
        return drawn.get(new Drawn(row, list.page(row.id()), current, locale), this::draw);
    }

    private String draw(Drawn one) {
        var variables = Map.<String, Object>of("row", one.row, "page", one.page, "current", one.current);
        return templates.process("row", Set.of("row"), new Context(one.locale, variables));
    }
}
