package dev.rota.panel;

import dev.rota.conversation.Counts;
import dev.rota.conversation.Filter;
import dev.rota.conversation.Summary;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tabs of the desk's list. What is public here and in its neighbours is what the templates call. */
enum Tab {
    WAITING,
    MINE,
    TEAM,
    CLOSED;

    private static final Comparator<@Nullable Instant> ASKED = Comparator.nullsLast(Comparator.naturalOrder());

    /** The name in addresses and in the message bundle. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tab of that label; the first one for any other. */
    static Tab of(String label) {
        return Arrays.stream(values())
                .filter(tab -> tab.label().equals(label))
                .findAny()
                .orElse(WAITING);
    }

    /** Where else something may be found; mine is found under the team's. */
    List<Tab> others() {
        return Stream.of(WAITING, TEAM, CLOSED).filter(tab -> tab != this).toList();
    }

    int count(Counts counts) {
        return switch (this) {
            case WAITING -> counts.waiting();
            case MINE -> counts.mine();
            case TEAM -> counts.team();
            case CLOSED -> counts.closed();
        };
    }

    /** What it lists. */
    Filter filter(Viewer viewer, int limit) {
        return Filter.NONE.withStatus(status()).withAgent(owner(viewer)).withLimit(limit);
    }

    /** The order in which they are shown: of mine, first those whose customers have waited longest for an answer. */
    Stream<Summary> order(List<Summary> found) {
        return this == MINE
                ? found.stream().sorted(Comparator.comparing(Summary::unansweredSince, ASKED))
                : found.stream();
    }

    private Status status() {
        return switch (this) {
            case WAITING -> Status.WAITING;
            case MINE, TEAM -> Status.IN_PROGRESS;
            case CLOSED -> Status.CLOSED;
        };
    }

    private @Nullable String owner(Viewer viewer) {
        return this == MINE ? viewer.name() : null;
    }
}
