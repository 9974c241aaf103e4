package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Counts;
import dev.rota.conversation.Page;
import dev.rota.conversation.Summary;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;

/** Rows are drawn as seldom as may be, and never shown to who sees something else. */
class DrawnListsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Page<Summary> FOUND = new Page<>(List.of(one(1), one(2)), null);

    private final List<String> draws = new ArrayList<>();
    private final DrawnLists drawn = new DrawnLists(engine());

    @Test
    void who_sees_the_same_is_given_what_was_drawn_once() {
        var first = drawn.rows(list(FOUND, "", NOON), Locale.ENGLISH);

        assertThat(drawn.rows(list(FOUND, "", NOON.plusSeconds(9)), Locale.ENGLISH))
                .isSameAs(first);
        assertThat(draws).containsExactly("1 en /conversations/1?tab=waiting", "2 en /conversations/2?tab=waiting");
    }

    @Test
    void a_row_that_has_not_changed_is_not_drawn_again_for_one_beside_it() {
        drawn.rows(list(FOUND, "", NOON), Locale.ENGLISH);

        var more = new Page<>(List.of(one(3), one(1)), null);
        assertThat(drawn.rows(list(more, "", NOON), Locale.ENGLISH).all()).isEqualTo("<3><1>");
        assertThat(draws).hasSize(3);
    }

    @Test
    void ages_are_counted_anew_after_ten_seconds() {
        drawn.rows(list(FOUND, "", NOON), Locale.ENGLISH);

        drawn.rows(list(FOUND, "", NOON.plusSeconds(600)), Locale.ENGLISH);

        assertThat(draws).hasSize(4);
    }

    @Test
    void another_language_and_other_words_in_the_address_are_other_rows() {
        drawn.rows(list(FOUND, "", NOON), Locale.ENGLISH);
        drawn.rows(list(FOUND, "", NOON), Locale.GERMAN);
        drawn.rows(list(FOUND, "queue:support", NOON), Locale.ENGLISH);

        assertThat(draws)
                .contains("1 en /conversations/1?tab=waiting", "1 de /conversations/1?tab=waiting")
                .contains("1 en /conversations/1?tab=waiting&q=queue%3Asupport");
    }

    private static Summary one(long id) {
        return Summaries.waiting(id, "Maria", "oi", NOON);
    }

    private static ListView list(Page<Summary> found, String q, Instant at) {
        var rows = new Rows(Tab.WAITING, found, new Titles(FakeDesk.COMPANY), at);
        return new ListView(Tab.WAITING, q, null, 50, new Counts(2, 0, 0, 0), rows, false, null, List.of());
    }

    private ITemplateEngine engine() {
        return (ITemplateEngine) Proxy.newProxyInstance(
                DrawnListsTest.class.getClassLoader(),
                new Class<?>[] {ITemplateEngine.class},
                (proxy, method, given) -> {
                    var context = (IContext) given[2];
                    var id = ((Row) context.getVariable("row")).id();
                    draws.add(id + " " + context.getLocale() + " " + context.getVariable("page"));
                    return "<" + id + ">";
                });
    }
}
