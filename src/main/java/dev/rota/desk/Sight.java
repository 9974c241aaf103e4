package dev.rota.desk;

import java.util.Map;
import java.util.Set;

/**
 * Which conversations a viewer may see, as a condition on the rows of {@code conversation c}.
 *
 * @param queues those of the viewer's teams; of no meaning to somebody who sees all
 */
public record Sight(boolean all, String viewer, Set<String> queues) {

    public Sight {
        queues = Set.copyOf(queues);
    }

    /** What that viewer sees by the company's files as they are. */
    public static Sight of(Viewer viewer, Company company) {
        var all = viewer.role().seesAll();
        return new Sight(all, viewer.name(), all ? Set.of() : company.queuesOf(viewer.teams()));
    }

    /** Whether everything in that queue may be seen. */
    public boolean sees(String queue) {
        return all || queues.contains(queue);
    }

    /** The condition; its parameters are {@link #parameters}. */
    public String condition() {
        // The status is implied by the owner; saying it lets the index on owners serve.
        return all ? "true" : "(c.queue = ANY(:visible) OR c.status = 'in_progress' AND c.owner = :viewer)";
    }

    /** What {@code :visible} and {@code :viewer} stand for. */
    public Map<String, Object> parameters() {
        return Map.of("visible", queues.toArray(String[]::new), "viewer", viewer);
    }
}
