package dev.rota.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Beginnings of lists, and how much there is under each tab, read once for all who see the same: many have the desk open,
 * and all are told of a change at the same moment. Nobody is given what is older than what they have been told.
 */
public final class SharedLists {

    private static final long MOST = 200;
    private static final Duration UNUSED = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final Supplier<Position> head;
    private final Supplier<Company> company;
    private final Cache<Seen, Shared<Page<Summary>>> pages = few();
    private final Cache<Seen, Shared<Counts>> counts = few();

    /**
     * Makes them.
     *
     * @param head the position before everything that is not committed yet
     */
    public SharedLists(Inbox inbox, Supplier<Position> head, Supplier<Company> company) {
        this.inbox = inbox;
        this.head = head;
        this.company = company;
    }

    private static <T> Cache<Seen, Shared<T>> few() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();
    }

    /** What is looked for in what is seen. */
    private record Seen(boolean all, Set<String> queues, Filter filter) {}

    /**
     * The beginning of a list with all that has been told up to a position.
     *
     * @param told a position that the feed has passed; null for as it is now
     */
    public Listing since(@Nullable Position told, Filter filter, Viewer viewer) {
        if (told == null) {
            return now(filter, viewer);
        }
        var own = inbox.own(viewer);
        if (own.elsewhere()) {
            return now(filter, viewer);
        }
        var sight = Sight.of(viewer, company.get());
        var page = shared(pages, sight, filter).since(told, () -> inbox.list(filter, viewer));
        var counted = shared(counts, sight, Filter.NONE).since(told, () -> inbox.counts(viewer));
        return new Listing(page, counted.of(own.count()));
    }

    private Listing now(Filter filter, Viewer viewer) {
        return new Listing(inbox.list(filter, viewer), inbox.counts(viewer));
    }

    private <T> Shared<T> shared(Cache<Seen, Shared<T>> kept, Sight sight, Filter filter) {
        return kept.get(new Seen(sight.all(), sight.queues(), filter), seen -> new Shared<>());
    }

    /** What is kept until somebody has been told of something later; who comes meanwhile waits for it. */
    private final class Shared<T> {

        private @Nullable T kept;
        private @Nullable Company files;
        private Position made = new Position(0, 0);

        @SuppressWarnings("ReferenceEquality") // other files are another object
        synchronized T since(Position told, Supplier<T> read) {
            var last = kept;
            if (last != null && files == company.get() && made.compareTo(told) > 0) {
                return last;
            }
            files = company.get();
            made = head.get();
            last = read.get();
            kept = last;
            return last;
        }
    }
}
