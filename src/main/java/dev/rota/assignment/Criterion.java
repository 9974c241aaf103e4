package dev.rota.assignment;

import dev.rota.desk.Strategy;
import dev.rota.inquiry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What decides among those who can take it; whoever comes first in its order is chosen. */
enum Criterion {
    LOAD("least loaded") {
        @Override
        Comparator<Candidate> order() {
            return Comparator.comparingInt(one -> one.load().weight());
        }

        @Override
        String why(Candidate winner, Candidate loser, Instant at) {
            return winner.name() + " has fewer open: " + winner.weight() + " < " + loser.weight();
        }
    },
    TURN("next in turn") {
        @Override
        Comparator<Candidate> order() {
            return Comparator.comparingLong(one -> one.load().turn());
        }

        @Override
        String why(Candidate winner, Candidate loser, Instant at) {
            return winner.name() + "'s turn comes first";
        }
    },
    IDLE("longest idle") {
        @Override
        Comparator<Candidate> order() {
            return Comparator.comparing(Criterion::idleSince);
        }

        @Override
        String why(Candidate winner, Candidate loser, Instant at) {
            return winner.name() + " has been idle longer: " + idle(winner, at) + " > " + idle(loser, at);
        }
    };

    private final String rank;

    Criterion(String rank) {
        this.rank = rank;
    }

    /** The criteria of a strategy, the strongest first. */
    static List<Criterion> of(Strategy strategy) {
        return switch (strategy) {
            case ROUND_ROBIN -> List.of(TURN, LOAD);
            case LONGEST_IDLE -> List.of(IDLE, LOAD);
            case LEAST_LOADED, MANUAL, DOWNSTREAM -> List.of(LOAD);
        };
    }

    /** What whoever wins by it is. */
    String rank() {
        return rank;
    }

    abstract Comparator<Candidate> order();

    /** Why one goes before the other, as the end of a sentence. */
    abstract String why(Candidate winner, Candidate loser, Instant at);

    private static Instant idleSince(Candidate one) {
        var since = one.load().idleSince();
        return since == null ? Instant.MIN : since;
    }

    private static String idle(Candidate one, Instant at) {
        var since = idleSince(one);
        return since.equals(Instant.MIN)
                ? "always"
                : Durations.text(since.isAfter(at) ? Duration.ZERO : Duration.between(since, at));
    }
}
