package dev.rota.panel;

import dev.rota.conversation.Deliveries;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Brief;
import dev.rota.desk.Delivery;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open conversation.
 *
 * @param agents who could be given it
 * @param queues where it could be moved
 * @param templates what Meta lets through at any time
 * @param handOver what the new owner should know at a glance; null unless a switchover brought it to them
 * @param older the cursor of what was said with the customer before; null when that is nothing
 * @param obstacle why the viewer can't answer now: a key of the message bundle; null when they can
 */
record ConversationView(
        Summary summary,
        Row row,
        List<Entry> timeline,
        Explanation explanation,
        List<Option> agents,
        List<Option> queues,
        List<Option> templates,
        List<Ticket> tickets,
        @Nullable HandOver handOver,
        @Nullable String older,
        @Nullable String obstacle,
        @Nullable String windowLeft,
        Titles titles,
        Viewer viewer,
        Instant now) {

    ConversationView {
        timeline = List.copyOf(timeline);
        agents = List.copyOf(agents);
        queues = List.copyOf(queues);
        templates = List.copyOf(templates);
        tickets = List.copyOf(tickets);
    }

    /**
     * What somebody who has taken it over should know at a glance.
     *
     * @param question the customer's last words; null when there are none
     * @param waiting for how long the customer has had no answer; null when they have one
     */
    record HandOver(@Nullable String question, @Nullable String waiting) {

        static @Nullable HandOver of(@Nullable Brief brief, Instant now) {
            if (brief == null) {
                return null;
            }
            var since = brief.waitingSince();
            return new HandOver(brief.question(), since == null ? null : Ages.between(since, now));
        }

        @Override
        public String toString() {
            return "HandOver[waiting=" + waiting + "]";
        }
    }

    /** Something to choose: its name, and what people call it. */
    record Option(String name, String title) {}

    /**
     * The conversation's record in a downstream; an answer to the customer leaves none.
     *
     * @param link its page there; null when there is none that a browser should follow
     */
    record Ticket(String downstream, String id, @Nullable String link) {

        private static final String REPLY = Delivery.Kind.REPLY.label();

        static List<Ticket> of(List<Deliveries.Delivery> deliveries) {
            return deliveries.stream()
                    .filter(delivery ->
                            delivery.ticketId() != null && !delivery.kind().equals(REPLY))
                    .map(delivery -> new Ticket(
                            delivery.downstream(), String.valueOf(delivery.ticketId()), web(delivery.link())))
                    .distinct()
                    .toList();
        }

        private static @Nullable String web(@Nullable String link) {
            return link != null && (link.startsWith("https://") || link.startsWith("http://")) ? link : null;
        }
    }

    public boolean waiting() {
        return summary.status().equals("waiting");
    }

    public boolean inProgress() {
        return summary.status().equals("in_progress");
    }

    public boolean closed() {
        return summary.status().equals("closed");
    }

    /** Whether the viewer is the one responsible agent. */
    public boolean mine() {
        return summary.owner() != null && summary.owner().id().equals(viewer.name());
    }

    /** Whether the viewer may act on what is somebody else's, or nobody's. */
    public boolean manages() {
        return viewer.role() == Role.SUPERVISOR || viewer.role() == Role.ADMIN;
    }

    /** Whether the viewer is among those who could take it. */
    public boolean takes() {
        return agents.stream().anyMatch(agent -> agent.name().equals(viewer.name()));
    }

    /** Whether something can be sent now: with a reason by who manages, and outside the window by template. */
    public boolean sends() {
        return obstacle == null || obstacle.equals("compose.window") || overrides();
    }

    /** Whether the viewer may answer though somebody else is responsible, or nobody, if they say why. */
    public boolean overrides() {
        return manages() && !closed() && !mine();
    }

    /** Whether the viewer may have a file fetched anew. */
    public boolean fetches(Whole.Media file) {
        return file.isFetchable(now) && (mine() || manages());
    }

    /** Whether a file could not be fetched, and never will be. */
    public boolean isForgotten(Whole.Media file) {
        return file.state().equals("failed") && !file.isFetchable(now);
    }

    static @Nullable String obstacle(Summary summary, Viewer viewer, Instant now) {
        var owner = summary.owner();
        if (owner == null) {
            return summary.status().equals("closed") ? "compose.closed" : "compose.waiting";
        }
        if (!owner.id().equals(viewer.name())) {
            return "compose.other";
        }
        var end = summary.windowClosesAt();
        return end == null || !now.isBefore(end) ? "compose.window" : null;
    }

    @Override
    public String toString() {
        return "ConversationView[" + summary + "]";
    }
}
