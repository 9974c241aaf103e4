package dev.rota.panel;

import dev.rota.conversation.Filter;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import dev.rota.panel.Unfilterable.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Narrows a list by what somebody typed: filters such as {@code queue:n2}, and a part of a name, phone or protocol. */
final class FilterReader {

    private static final int LONGEST = 500;
    private static final String UNREAD = "unread";
    private static final Pattern PIECE =
            Pattern.compile("(?<key>\\p{L}+):(?:\"(?<quoted>[^\"]*)\"|(?<value>\\S*))|(?<plain>\\S+)");
    private static final Pattern LENGTH = Pattern.compile(">?(\\d{1,4})(m|h|d)");
    private static final Map<String, Duration> UNITS =
            Map.of("m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final Known names;
    private final Predicate<Filter> shown;
    private final Viewer viewer;
    private final Instant now;
    private final Set<String> keys = new HashSet<>();
    private final List<String> plain = new ArrayList<>();
    private Filter filter;

    /**
     * Makes one.
     *
     * @param tab what the open tab lists
     * @param shown whether the viewer sees any row of a list: rows may name numbers and people of other teams
     */
    FilterReader(Filter tab, Known names, Predicate<Filter> shown, Viewer viewer, Instant now) {
        this.filter = tab;
        this.names = names;
        this.shown = shown;
        this.viewer = viewer;
        this.now = now;
    }

    /**
     * The list that is asked for.
     *
     * @throws Unfilterable when that can't be told
     */
    Filter narrow(String typed) {
        if (typed.length() > LONGEST) {
            throw new Unfilterable(Fault.LONG, String.valueOf(typed.length()));
        }
        var pieces = PIECE.matcher(typed);
        while (pieces.find()) {
            take(pieces);
        }
        return plain.isEmpty() ? filter : filter.withQ(String.join(" ", plain));
    }

    private void take(Matcher piece) {
        var key = piece.group("key");
        if (key == null) {
            word(piece.group("plain"));
            return;
        }
        var value = piece.group("quoted") == null ? piece.group("value") : piece.group("quoted");
        if (value.isBlank()) {
            throw new Unfilterable(Fault.EMPTY_FILTER, key);
        }
        if (value.indexOf('"') >= 0) {
            throw new Unfilterable(Fault.UNCLOSED, key);
        }
        if (!keys.add(key)) {
            throw new Unfilterable(Fault.TWICE, key);
        }
        filter = narrowed(key, value, key + ":" + value);
    }

    private void word(String word) {
        if (word.equals(UNREAD)) {
            filter = filter.withFurther(filter.further().unanswered());
        } else {
            plain.add(word);
        }
    }

    private Filter narrowed(String key, String value, String piece) {
        return switch (key) {
            case "queue" -> filter.withQueue(known(value, names.queues(), piece));
            case "number" ->
                filter.withNumber(seen(value, names.isOwnNumber(value), Filter.NONE.withNumber(value), piece));
            case "owner" -> owned(value, piece);
            case "state" -> state(value, piece);
            case "priority" -> priority(value, piece);
            case "team" -> filter.withFurther(filter.further().of(known(value, names.teams(), piece)));
            case "due" -> filter.withFurther(filter.further().due(now.plus(length(value, piece))));
            case "wait", "older" -> filter.withFurther(filter.further().since(now.minus(length(value, piece))));
            default -> throw new Unfilterable(Fault.UNKNOWN_FILTER, key);
        };
    }

    private Filter owned(String value, String piece) {
        if (value.equals("none")) {
            return under(filter.status() == Status.WAITING, piece);
        }
        var owner = value.equals("me")
                ? viewer.name()
                : seen(value, names.isOwnAgent(value), Filter.NONE.withAgent(value), piece);
        var here = filter.agent() == null || filter.agent().equals(owner);
        return under(filter.status() == Status.IN_PROGRESS && here, piece).withAgent(owner);
    }

    private Filter state(String value, String piece) {
        for (var status : Status.values()) {
            if (status.label().equals(value)) {
                return under(filter.status() == status, piece);
            }
        }
        throw new Unfilterable(Fault.NO_LABEL, piece);
    }

    private Filter under(boolean here, String piece) {
        if (!here) {
            throw new Unfilterable(Fault.ELSEWHERE, piece);
        }
        return filter;
    }

    private Filter priority(String value, String piece) {
        return filter.further()
                .priority(value)
                .map(filter::withFurther)
                .orElseThrow(() -> new Unfilterable(Fault.NO_LABEL, piece));
    }

    private static Duration length(String value, String piece) {
        var length = LENGTH.matcher(value);
        var unit = length.matches() ? UNITS.get(length.group(2)) : null;
        if (unit == null) {
            throw new Unfilterable(Fault.NO_TIME, piece);
        }
        return unit.multipliedBy(Long.parseLong(length.group(1)));
    }

    /** A name of another team is known to who sees a row with it, and else as unknown as one that does not exist. */
    private String seen(String value, boolean own, Filter rows, String piece) {
        if (!own && !shown.test(rows.withLimit(1))) {
            throw new Unfilterable(Fault.UNKNOWN_VALUE, piece);
        }
        return value;
    }

    private static String known(String value, Collection<String> names, String piece) {
        if (!names.contains(value)) {
            throw new Unfilterable(Fault.UNKNOWN_VALUE, piece);
        }
        return value;
    }
}
