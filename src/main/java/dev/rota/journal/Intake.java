package dev.rota.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What waits for the next commit; bounded, so that a database that is away costs no memory. */
final class Intake {

    private final long maxEvents;
    private final long maxBytes;
    private final ArrayDeque<Submission> queue = new ArrayDeque<>();
    private long events;
    private long bytes;
    private boolean closed;

    Intake(long maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** Puts it in line, unless there is no room. */
    synchronized boolean offer(Submission submission) {
        if (closed || events + submission.events().size() > maxEvents || bytes + submission.bytes() > maxBytes) {
            return false;
        }
        queue.addLast(submission);
        count(submission, 1);
        notifyAll();
        return true;
    }

    /** Waits for something to do, then takes what fits into one commit; empty when closed and done. */
    synchronized List<Submission> take(int groupEvents, long groupBytes) throws InterruptedException {
        while (queue.isEmpty() && !closed) {
            wait();
        }
        var group = new ArrayList<Submission>();
        long takenEvents = 0;
        long takenBytes = 0;
        for (var next = queue.peekFirst(); next != null; next = queue.peekFirst()) {
            takenEvents += next.events().size();
            takenBytes += next.bytes();
            if (!group.isEmpty() && (takenEvents > groupEvents || takenBytes > groupBytes)) {
                break;
            }
            group.add(queue.removeFirst());
            count(next, -1);
        }
        return group;
    }

    /** Takes out those whose time is over. */
    synchronized List<Submission> expired(long now) {
        var expired = new ArrayList<Submission>();
        for (var next = queue.peekFirst(); next != null && next.expired(now); next = queue.peekFirst()) {
            expired.add(queue.removeFirst());
            count(next, -1);
        }
        return expired;
    }

    /** Takes no more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void count(Submission submission, int sign) {
        events += sign * (long) submission.events().size();
        bytes += sign * submission.bytes();
    }
}
