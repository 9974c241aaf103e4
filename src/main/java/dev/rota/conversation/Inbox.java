package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.util.Optional;

/** What people see of the conversations. To a viewer, what is not for them to see does not exist. */
public interface Inbox {

    /**
     * One page of conversations: waiting ones in the order in which they are served, others newest first, by their
     * closing or else by their last message.
     *
     * @throws UnknownCursor when the filter's cursor comes from no page of such a list
     */
    Page<Summary> list(Filter filter, Viewer viewer);

    /** One conversation with everything that happened in it. */
    Optional<Whole> find(long id, Viewer viewer);

    /** What the viewer is responsible for. */
    Own own(Viewer viewer);

    /** How many conversations the viewer finds under each tab of the desk. */
    Counts counts(Viewer viewer);

    /** Why a conversation is where it is, and whose. */
    Optional<Explanation> explain(long id, Viewer viewer);

    /**
     * What was recorded of the newest decision and choice, to make them again; empty too when no rules have run, or what
     * was said has been erased.
     */
    Optional<Recorded> recorded(long id, Viewer viewer);
}
