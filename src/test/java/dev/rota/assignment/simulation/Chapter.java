package dev.rota.assignment.simulation;

import dev.rota.assignment.Waiting;
import dev.rota.desk.Silence;
import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation of the simulated ledger, as it stands now. */
final class Chapter {

    final long id;
    final int customer;
    Status status = Status.WAITING;
    String queue;
    Priority priority;

    @Nullable
    String skill;

    @Nullable
    String owner;

    @Nullable
    String givenBackBy;

    int epoch = 1;
    int weight = Silence.WHOLE;
    Instant waitingSince;
    Instant closedAt = Instant.MAX;
    Instant lastCustomerAt;

    /** What was decided last. */
    Said said;

    /** Whether a person has said where it waits. */
    boolean placed;

    Chapter(long id, Said said, String queue, Instant now) {
        this.id = id;
        this.customer = said.customer();
        this.said = said;
        this.queue = queue;
        this.priority = said.priority();
        this.skill = said.skill();
        this.waitingSince = now;
        this.lastCustomerAt = said.at();
    }

    /** Takes over what a message asks for. */
    void decide(Said message) {
        said = message;
        placed = false;
        priority = message.priority();
        skill = message.skill();
    }

    /** All that a message or a command may change. */
    Glimpse glimpse() {
        return new Glimpse(
                id, status, queue, priority, skill, owner, epoch, weight, waitingSince, closedAt, lastCustomerAt);
    }

    boolean isOpen() {
        return status != Status.CLOSED;
    }

    boolean isWaitingIn(String name) {
        return status == Status.WAITING && queue.equals(name);
    }

    /** Where it stands in line, as the ledger's column {@code place} has it. */
    Instant place() {
        return waitingSince.minusSeconds(SimulatedCompany.AGING.toSeconds() * priority.rank());
    }

    Waiting waiting(@Nullable String lastAgent) {
        return new Waiting(id, waitingSince, skill, givenBackBy, lastAgent);
    }

    @Override
    public String toString() {
        return "conversation " + id + " of customer " + customer + ", " + status.label() + " in " + queue + " with "
                + owner + " at epoch " + epoch;
    }

    /**
     * What a customer said.
     *
     * @param at when they said it, which may be a while ago
     * @param queue where rules send it by day
     */
    record Said(int id, int customer, Instant at, String queue, Priority priority, @Nullable String skill) {}

    /** How a conversation stood at an instant. */
    record Glimpse(
            long id,
            Status status,
            String queue,
            Priority priority,
            @Nullable String skill,
            @Nullable String owner,
            int epoch,
            int weight,
            Instant waitingSince,
            Instant closedAt,
            Instant lastCustomerAt) {

        boolean isOpen() {
            return status != Status.CLOSED;
        }
    }
}
