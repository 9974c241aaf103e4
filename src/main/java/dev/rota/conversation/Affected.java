package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Status;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The queues that have a reason to hand out after steps of conversations, and who loses one by them. */
final class Affected {

    private Affected() {}

    /** Those in which something waits now, and those whose people have a place more. */
    static Set<String> queues(Company company, Collection<Change> changes) {
        var queues = new TreeSet<String>();
        for (var change : changes) {
            if (change.status() == Status.WAITING) {
                queues.add(change.queue());
            }
            queues.addAll(queuesOf(company, change.formerOwner() == null ? "" : change.formerOwner()));
        }
        return queues;
    }

    /** Those whose conversations the steps end. */
    static Set<String> formerOwners(Collection<Change> changes) {
        return changes.stream()
                .map(Change::formerOwner)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that an agent serves; none when there is no such agent. */
    static Set<String> queuesOf(Company company, String agent) {
        var known = company.agents().get(agent);
        return known == null ? Set.of() : company.queuesOf(Set.of(known.team()));
    }
}
