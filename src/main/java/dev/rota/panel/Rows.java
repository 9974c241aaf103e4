package dev.rota.panel;

import dev.rota.conversation.Page;
import dev.rota.conversation.Summary;
import java.time.Instant;
import java.util.List;

/**
 * The rows of a list, made of what was found only when they are drawn: most who ask are given what was drawn for somebody
 * else.
 *
 * @param at the time from which ages are counted
 */
record Rows(Tab tab, Page<Summary> found, Titles titles, Instant at) {

    public boolean isEmpty() {
        return found.items().isEmpty();
    }

    public List<Row> all() {
        return tab.order(found.items()).map(one -> Row.of(one, titles, at)).toList();
    }
}
