package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.util.Set;

/**
 * A conversation changed.
 *
 * @param queues where it is, and was lately
 * @param owners whose it is, and was lately
 */
public record News(Position at, long conversation, Set<String> queues, Set<String> owners) {

    public News {
        queues = Set.copyOf(queues);
        owners = Set.copyOf(owners);
    }

    /**
     * Whether the viewer sees the conversation, or did until lately and must learn that it has gone.
     *
     * @param visible the queues of the viewer's teams
     */
    public boolean concerns(Viewer viewer, Set<String> visible) {
        return viewer.role().seesAll()
                || owners.contains(viewer.name())
                || queues.stream().anyMatch(visible::contains);
    }
}
