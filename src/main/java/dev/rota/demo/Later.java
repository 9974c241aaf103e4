package dev.rota.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things after a while, and forgets them when the demo ends. */
class Later implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Later.class);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4, work -> {
        var thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    });

    void after(Duration delay, Runnable work) {
        var unused = threads.schedule(() -> attempt(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("demo: something did not happen: {}", e.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
