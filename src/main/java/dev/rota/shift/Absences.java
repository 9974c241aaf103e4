package dev.rota.shift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is on leave, and who stands in: a substitute who is away as well is followed to theirs. */
public final class Absences {

    private final List<Leave> leave;

    public Absences(List<Leave> leave) {
        this.leave = List.copyOf(leave);
    }

    /** The leave that an agent has on a day; of several the one that ends last. */
    public Optional<Leave> on(String agent, LocalDate date) {
        return leave.stream().filter(absence -> absence.covers(agent, date)).max(Comparator.comparing(Leave::to));
    }

    /** Who works on a day what the roster gives to an agent: they, else who stands in for them; empty when nobody does. */
    public Optional<String> worker(String agent, LocalDate date) {
        var chain = chain(agent, date);
        return on(chain.get(chain.size() - 1), date).isPresent()
                ? Optional.empty()
                : Optional.of(chain.get(chain.size() - 1));
    }

    /**
     * The substitutes that are followed on a day, beginning with the agent; when they go round in a circle, the last is
     * one that the chain has met before.
     */
    public List<String> chain(String agent, LocalDate date) {
        var chain = new ArrayList<String>();
        chain.add(agent);
        var next = substitute(agent, date);
        while (next != null) {
            var met = chain.contains(next);
            chain.add(next);
            next = met ? null : substitute(next, date);
        }
        return chain;
    }

    /** The agent, and everybody for whom they may have to stand in. */
    Set<String> seats(String agent) {
        var seats = new LinkedHashSet<String>();
        seats.add(agent);
        var before = 0;
        while (before < seats.size()) {
            before = seats.size();
            leave.stream()
                    .filter(absence -> absence.substitute() != null && seats.contains(absence.substitute()))
                    .forEach(absence -> seats.add(absence.agent()));
        }
        return seats;
    }

    private @Nullable String substitute(String agent, LocalDate date) {
        return leave.stream()
                .filter(absence -> absence.covers(agent, date) && absence.substitute() != null)
                .findFirst()
                .map(Leave::substitute)
                .orElse(null);
    }
}
