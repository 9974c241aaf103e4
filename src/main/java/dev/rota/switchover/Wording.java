package dev.rota.switchover;

import dev.rota.assignment.Outcome;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** The reasons of a plan in words. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Snapshot snapshot;
    private final Company company;

    Wording(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.company = snapshot.company();
    }

    /** {@code switchover to night}, or {@code end of late} where no shift begins. */
    String edge() {
        var edge = snapshot.edge();
        return edge.beginning() == null ? "end of " + edge.ending() : "switchover to " + edge.beginning();
    }

    /** The beginning of a sentence about a conversation whose owner is off. */
    String off(OpenConversation one) {
        return edge() + ": " + title(Objects.requireNonNull(one.owner())) + " is off";
    }

    String handedOver(OpenConversation one, Outcome.Assigned to) {
        return off(one) + ", " + title(to.agent()) + " takes over, " + to.why();
    }

    /** The time that clocks show where the shift is worked. */
    String time(Instant at) {
        return TIME.format(at.atZone(company.timetable().zone(snapshot.edge().calendar())));
    }

    private String title(String agent) {
        return Optional.ofNullable(company.agents().get(agent))
                .map(Agent::title)
                .orElse(agent);
    }
}
