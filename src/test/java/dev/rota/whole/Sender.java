package dev.rota.whole;

import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Sends at a steady pace and, like Meta, repeats whatever was not answered 200 until it is. */
final class Sender implements AutoCloseable {

    private static final long PER_SECOND = 250;
    private static final long PER_SECOND_TO_LAST = 200;
    private static final long MILLIS_TO_REPEAT = 250;
    private static final int AT_ONCE = 64;

    private final List<DoorClient> doors;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private int sent;
    private boolean enough;

    /** @param doors tried in turn */
    Sender(URI... doors) {
        this.doors = List.of(doors).stream().map(DoorClient::new).toList();
    }

    void send(List<Letter> letters) {
        for (var i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            after(i * 1000L / PER_SECOND, () -> attempt(letter));
        }
    }

    /** Sends letter after letter, made when it is its turn, until there have been enough. */
    void send(IntFunction<Letter> letters) {
        var unused =
                threads.scheduleAtFixedRate(() -> next(letters), 0, 1000L / PER_SECOND_TO_LAST, TimeUnit.MILLISECONDS);
    }

    /** Sends no more letters, but repeats those that were not answered; gives how many there are. */
    synchronized int enough() {
        enough = true;
        return sent;
    }

    private synchronized void next(IntFunction<Letter> letters) {
        if (!enough) {
            var letter = letters.apply(sent++);
            threads.execute(() -> attempt(letter));
        }
    }

    /** The wamids that were answered 200. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How many requests that took. */
    long requests() {
        return requests.get();
    }

    private void attempt(Letter letter) {
        var door = doors.get((int) (requests.getAndIncrement() % doors.size()));
        if (stored(letter, door)) {
            acknowledged.add(letter.wamid());
        } else if (!threads.isShutdown()) {
            after(MILLIS_TO_REPEAT, () -> attempt(letter));
        }
    }

    private static boolean stored(Letter letter, DoorClient door) {
        try {
            return door.post(letter.webhook()) == 200;
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void after(long millis, Runnable task) {
        var unused = threads.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
