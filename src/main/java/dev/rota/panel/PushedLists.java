package dev.rota.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.conversation.Counts;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends lists to the pages that show them as soon as they change: read once and drawn once for all who see the same, and
 * of a row that has not changed only its id.
 */
final class PushedLists {

    private final Desk desk;
    private final DrawnLists drawn;
    private final ITemplateEngine templates;
    private final ObjectMapper json = new ObjectMapper();

    PushedLists(Desk desk, DrawnLists drawn, ITemplateEngine templates) {
        this.desk = desk;
        this.drawn = drawn;
        this.templates = templates;
    }

    /** To each follower that has been told of something since, its list as it is now. */
    void push(Collection<Follower> followers) {
        var round = new Round();
        for (var follower : followers) {
            var shown = follower.owed();
            if (shown != null) {
                follower.caller().now().ifPresent(viewer -> round.push(follower, shown, viewer));
            }
        }
    }

    private record Wanted(Tab tab, Viewer viewer) {}

    /** What makes the same of the same. */
    private record Step(DrawnRows from, DrawnRows to, Tab tab, Counts counts, boolean more, Locale locale, Role role) {}

    /** All that is sent at once. */
    private final class Round {

        private final Map<Wanted, ListView> lists = new HashMap<>();
        private final Map<Step, String> steps = new HashMap<>();

        void push(Follower follower, Shown shown, Viewer viewer) {
            var tab = shown.list().tab();
            var list = lists.computeIfAbsent(
                    new Wanted(tab, viewer),
                    wanted -> desk.list(tab, "", DeskController.USUAL, null, follower.position(), viewer));
            var next = new Shown(list, drawn.rows(list, shown.locale()), shown.locale());
            if (!next.isSame(shown)) {
                follower.show(shown, next, step(shown, next, viewer));
            }
        }

        private String step(Shown from, Shown to, Viewer viewer) {
            var list = to.list();
            var step = new Step(
                    from.rows(), to.rows(), list.tab(), list.counts(), list.more(), to.locale(), viewer.role());
            return steps.computeIfAbsent(step, same -> draw(from, to, viewer));
        }
    }

    private String draw(Shown from, Shown to, Viewer viewer) {
        var variables =
                Map.<String, Object>of("list", to.list(), "rows", to.rows().after(from.rows()), "viewer", viewer);
        var found = templates.process("list", Set.of("found"), new Context(to.locale(), variables));
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
