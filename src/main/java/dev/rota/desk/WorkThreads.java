package dev.rota.desk;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of the work behind the door: what is acknowledged is safe and can wait, so where the processors are
 * not enough for all, these go last. It takes {@code -XX:ThreadPriorityPolicy=1}, without which Linux knows no priorities
 * of Java threads; lowering them needs no rights.
 */
public final class WorkThreads implements ThreadFactory {

    private final ThreadFactory factory;

    private WorkThreads(ThreadFactory factory) {
        this.factory = factory;
    }

    /** Threads of that name with a number, which do not keep the engine from ending. */
    public static WorkThreads named(String name) {
        var made = new AtomicInteger();
        return new WorkThreads(task -> {
            var thread = new Thread(task, name + "-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The threads of another factory, but going last. */
    public static WorkThreads of(ThreadFactory factory) {
        return new WorkThreads(factory);
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing is wrong without it, only later
    public Thread newThread(Runnable task) {
        var thread = factory.newThread(task);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
