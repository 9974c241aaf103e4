package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What this engine has of one lane in memory, in the order of ids, one of it in work. */
final class Lane {

    /** A reading under way; what is done meanwhile must not come in again with its result. */
    static final class Reading {
        private final Set<Long> done = new HashSet<>();
        private boolean overtaken;
    }

    private final int room;
    private final int low;
    private final TreeMap<Long, Task> waiting = new TreeMap<>();
    private boolean busy;
    private long inWork;
    private @Nullable Reading reading;
    private boolean held;
    private boolean leaving;
    private boolean suspect;
    private boolean incomplete;
    private int completeSince;

    /**
     * @param room how many events wait in memory at most
     * @param low how few must be left before the database is read again
     */
    Lane(int room, int low) {
        this.room = room;
        this.low = low;
    }

    /** Becomes this engine's. */
    synchronized void hold(boolean afterDeath) {
        if (!held) {
            held = true;
            incomplete = true;
            suspect = afterDeath;
        }
    }

    /** Is not this engine's any more: forgets everything; what is in work can't be called back. */
    synchronized void drop() {
        held = false;
        leaving = false;
        reading = null;
        completeSince = 0;
        waiting.clear();
        inWork = 0;
    }

    /** Hands out no more, so that it can be given back. */
    synchronized void leave() {
        leaving = held;
    }

    synchronized boolean held() {
        return held;
    }

    /** Whether it can be given back. */
    synchronized boolean left() {
        return leaving && !busy;
    }

    /** Waits until nothing is in work; false when that is not so by {@link System#nanoTime()} {@code deadline}. */
    synchronized boolean awaitLeft(long deadline) throws InterruptedException {
        for (var rest = deadline - System.nanoTime(); busy && rest > 0; rest = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
        return !busy;
    }

    /**
     * Takes an event that has just been committed past the database, if that keeps the order.
     *
     * @param alone whether no other engine lived when it was stored
     * @param newest the token of the last engine to come
     * @return whether it need not be read from the database by this engine
     */
    synchronized boolean offer(Event event, boolean alone, int newest) {
        if (!held) {
            return true;
        }
        if (alone && completeSince == newest && waiting.size() < room) {
            waiting.putIfAbsent(event.id(), Task.of(event));
            return true;
        }
        missed();
        return false;
    }

    /** There is something in the database that is not in memory. */
    synchronized void missed() {
        completeSince = 0;
        incomplete = true;
        if (reading != null) {
            reading.overtaken = true;
        }
    }

    /** Whether the database should be read: when something is missing there, or anyway. */
    synchronized boolean wantsReading(boolean anyway) {
        return held && !leaving && waiting.size() <= low && (incomplete || anyway);
    }

    synchronized Reading beginReading() {
        incomplete = false;
        reading = new Reading();
        return reading;
    }

    /** The ids that a reading can leave out. */
    synchronized long[] known() {
        return LongStream.concat(
                        LongStream.of(inWork), waiting.keySet().stream().mapToLong(Long::longValue))
                .toArray();
    }

    /**
     * Takes what a reading found.
     *
     * @param all whether there was no more
     * @param newest the token of the last engine to come, 0 unless this one was alone before the reading
     */
    synchronized void read(Reading result, Collection<Task> found, boolean all, int newest) {
        if (reading != result) {
            return;
        }
        reading = null;
        for (var task : found) {
            var id = task.event().id();
            if (!result.done.contains(id) && inWork != id) {
                waiting.putIfAbsent(id, task);
            }
        }
        incomplete |= !all;
        completeSince = all && !result.overtaken ? newest : 0;
    }

    /** Ends a reading that found nothing out. */
    synchronized void unread(Reading result) {
        if (reading == result) {
            reading = null;
        }
        missed();
    }

    /** Puts the next event in work, if it is time. */
    synchronized @Nullable Task next() {
        if (!held || leaving || busy || waiting.isEmpty()) {
            return null;
        }
        var task = waiting.pollFirstEntry().getValue();
        busy = true;
        inWork = task.event().id();
        return task;
    }

    /** Whether the event in work is to be tried again here; if not, it is whoever's has the lane now. */
    synchronized boolean again(Task task) {
        var again = held && !leaving && inWork == task.event().id();
        if (!again) {
            free();
        }
        return again;
    }

    /** The event in work is done. One from an earlier hold may come again with a reading, and then has no effect. */
    synchronized void done(Task task) {
        if (reading != null && inWork == task.event().id()) {
            reading.done.add(inWork);
        }
        suspect = false;
        free();
    }

    private void free() {
        busy = false;
        inWork = 0;
        notifyAll();
    }

    /** Whether the event in work may be what killed the lane's last holder. */
    synchronized boolean suspect() {
        return suspect;
    }
}
