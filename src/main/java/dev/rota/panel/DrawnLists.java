package dev.rota.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rota.conversation.Page;
import dev.rota.conversation.Summary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Rows as HTML, drawn once for all who see the same: many have the desk open, and of fifty rows few have changed since
 * the last time. What is drawn depends on nothing but what it is kept by.
 */
final class DrawnLists {

    /** Ages and what presses are counted anew so often. */
    private static final long FRESH_SECONDS = 10;

    private static final Duration UNUSED = Duration.ofMinutes(1);
    private static final long MOST_LISTS = 100;
    private static final long MOST_ROWS = 5000;

    private final ITemplateEngine templates;

    /** By what was found itself, not by what stands in it: who see the same are given the very same. */
    private final Cache<Page<Summary>, Map<Way, DrawnRows>> lists = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_LISTS)
            .expireAfterAccess(UNUSED)
            .build();

    private final Cache<One, String> rows = Caffeine.newBuilder()
            .maximumSize(MOST_ROWS)
            .expireAfterAccess(UNUSED)
            .build();

    DrawnLists(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** How the same is shown in several ways. */
    private record Way(Tab tab, String q, Locale locale) {}

    private record One(Row row, String page, Locale locale) {}

    DrawnRows rows(ListView list, Locale locale) {
        var time = list.rows().at().getEpochSecond() / FRESH_SECONDS;
        var ways = lists.get(list.rows().found(), found -> new ConcurrentHashMap<>());
        return ways.compute(
                new Way(list.tab(), list.q(), locale),
                (way, last) -> last != null && last.time() == time ? last : new DrawnRows(time, draw(list, locale)));
    }

    private Map<Long, String> draw(ListView list, Locale locale) {
        var drawn = new LinkedHashMap<Long, String>();
        list.rows()
                .all()
                .forEach(row -> drawn.put(row.id(), rows.get(new One(row, list.page(row.id()), locale), this::draw)));
        return drawn;
    }

    private String draw(One one) {
        var variables = Map.<String, Object>of("row", one.row, "page", one.page);
        return templates.process("row", Set.of("row"), new Context(one.locale, variables));
    }
}
