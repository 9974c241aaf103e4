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
 * Lists as HTML, drawn once for all who see the same: many have the desk open, and of fifty rows few have changed since
 * the last time. What is drawn depends on nothing but what it is kept by.
 */
final class DrawnLists {

    private static final long MOST_LISTS = 100;
    private static final Duration LIST_UNUSED = Duration.ofSeconds(10);
    private static final long MOST_ROWS = 5000;
    private static final Duration ROW_UNUSED = Duration.ofMinutes(1);

    private final ITemplateEngine templates;
    private final Cache<Whole, String> lists = Caffeine.newBuilder()
            .maximumSize(MOST_LISTS)
            .expireAfterAccess(LIST_UNUSED)
            .build();
    private final Cache<One, String> rows = Caffeine.newBuilder()
            .maximumSize(MOST_ROWS)
            .expireAfterAccess(ROW_UNUSED)
            .build();

    DrawnLists(ITemplateEngine templates) {
        this.templates = templates;
    }

    private record Whole(ListView list, Locale locale) {}

    private record One(Row row, String page, boolean current, Locale locale) {}

    /** All that stands in a list; everything that people wrote is escaped in it. */
    public String list(ListView list, Locale locale) {
        return lists.get(new Whole(list, locale), this::draw);
    }

    /** A row of that list, likewise. */
    public String row(Row row, ListView list, Locale locale) {
        var current = list.open() != null && list.open() == row.id();
        return rows.get(new One(row, list.page(row.id()), current, locale), this::draw);
    }

    private String draw(Whole one) {
        return draw("listed", one.locale, Map.of("list", one.list, "drawn", this));
    }

    private String draw(One one) {
        return draw("row", one.locale, Map.of("row", one.row, "page", one.page, "current", one.current));
    }

    private String draw(String template, Locale locale, Map<String, Object> variables) {
        return templates.process(template, Set.of(template), new Context(locale, variables));
    }
}
