package dev.rota.conversation;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in the feed: the transaction, and the row within it. */
public record Position(long xid, long id) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::xid).thenComparingLong(Position::id);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** The position of that text, as {@link #toString} writes it; empty when it is none. */
    public static Optional<Position> of(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new Position(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return xid + "-" + id;
    }
}
