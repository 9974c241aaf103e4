package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that was ever said, as far as the viewer may see its conversations. */
public interface Archive {

    /**
     * The messages that somebody looks for, newest first. A page may hold less than the limit, even nothing, though there
     * is another one: it looks no further back at once than a reader would wait for.
     *
     * @param typed words, {@code "phrases"}, {@code begin*} and filters, as {@link dev.rota.search.Query} reads them
     * @throws dev.rota.search.Unsearchable when nothing can be looked for
     * @throws UnknownCursor when the cursor comes from another list
     */
    Page<Past> search(String typed, @Nullable String cursor, int limit, Viewer viewer);

    /**
     * All chapters of a customer, on whatever number, as one thread: the newest page, or what a cursor asks for; empty
     * when the viewer sees none of them.
     *
     * @throws UnknownCursor when the cursor comes from another list
     */
    Optional<PastPage> history(long customer, @Nullable String cursor, int limit, Viewer viewer);
}
