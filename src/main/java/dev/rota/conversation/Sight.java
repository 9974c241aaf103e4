package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import java.util.Map;
import java.util.Set;

/**
 * Which conversations a viewer may see, as a condition on the rows of {@code conversation c}.
 *
 * @param queues those of the viewer's teams; of no meaning to somebody who sees all
 */
record Sight(boolean all, String viewer, Set<String> queues) {

    static Sight of(Viewer viewer, Company company) {
        var all = viewer.role().seesAll();
        return new Sight(all, viewer.name(), all ? Set.of() : company.queuesOf(viewer.teams()));
    }

    /** Whether everything in that queue may be seen. */
    boolean sees(String queue) {
        return all || queues.contains(queue);
    }

    String condition() {
        // The status is implied by the owner; saying it lets the index on owners serve.
        return all ? "true" : "(c.queue = ANY(:visible) OR c.status = 'in_progress' AND c.owner = :viewer)";
    }

    Map<String, Object> parameters() {
        return Map.of("visible", queues.toArray(String[]::new), "viewer", viewer);
    }
}
