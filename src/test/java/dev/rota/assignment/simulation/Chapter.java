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

    Chapter(long id, int customer, Said said, Instant now) {
        this.id = id;
        this.customer = customer;
        this.queue = said.queue();
        this.priority = said.priority();
        this.skill = said.skill();
        this.waitingSince = now;
        this.lastCustomerAt = now;
    }

    boolean isOpen() {
        return status != Status.CLOSED;
    }

    boolean isWaitingIn(String name) {
        return status == Status.WAITING && queue.equals(name);
    }

    /** Where it stands in line, as the ledger's column {@code place} has it. */
    Instant place() {
        return waitingSince.minus(SimulatedCompany.AGING.multipliedBy(priority.rank()));
    }

    Waiting waiting(@Nullable String lastAgent) {
        return new Waiting(id, waitingSince, skill, givenBackBy, lastAgent);
    }

    @Override
    public String toString() {
        return "conversation " + id + " of customer " + customer + ", " + status.label() + " in " + queue + " with "
                + owner + " at epoch " + epoch;
    }

    /** What a customer said, as the rules have decided it. */
    record Said(int customer, String queue, Priority priority, @Nullable String skill) {}
}
