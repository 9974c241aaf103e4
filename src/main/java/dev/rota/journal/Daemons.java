package dev.rota.journal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads with a name, which don't keep the engine from ending. */
final class Daemons {

    private Daemons() {}

    static ThreadFactory named(String name) {
        var factory = new CustomizableThreadFactory(name + "-");
        factory.setDaemon(true);
        return factory;
    }

    /** Runs it again and again, with that pause between, until the executor is shut down; it must not throw. */
    static ExecutorService every(Duration pause, String name, Runnable task) {
        var executor = Executors.newSingleThreadScheduledExecutor(named(name));
        var unused = executor.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return executor;
    }

    static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
