package dev.rota.flow.work;

import java.util.concurrent.ExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work of a source.
 *
 * @param threads how many at most; 0 for whoever hands it out
 * @param elastic whether instead there are as many as there is work under way
 */
record Crew(int threads, boolean elastic) {

    /** Threads of that name; null for none of its own. */
    @Nullable
    ExecutorService hire(ExecutorServiceManager manager, Object owner, String name) {
        if (elastic) {
            return manager.newCachedThreadPool(owner, name);
        }
        return threads == 0 ? null : manager.newFixedThreadPool(owner, name, threads);
    }
}
