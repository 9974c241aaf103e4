package dev.rota.conversation;

import dev.rota.desk.Company;
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

    /** Whether the viewer sees the conversation, or did until lately and must learn that it has gone. */
    public boolean concerns(Viewer viewer, Company company) {
        if (viewer.role().seesAll() || owners.contains(viewer.name())) {
            return true;
        }
        var visible = company.queuesOf(viewer.teams());
        return queues.stream().anyMatch(visible::contains);
    }
}
