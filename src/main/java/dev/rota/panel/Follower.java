package dev.rota.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.rota.access.Caller;
import dev.rota.conversation.Position;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One stream that is open, with what it has been told. Sending waits for the browser, so it is done apart, in order. */
final class Follower {

    /** A browser that takes nothing for that many times is let go; it comes back with the last event that it got. */
    private static final int MOST_UNSENT = 500;

    /** A list is many times as long as what else is told: a browser that is so far behind is sent the next one later. */
    private static final int MOST_UNSENT_WITH_LISTS = 5;

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private final Caller caller;
    private final String page;
    private final SseEmitter stream;
    private final Executor senders;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    private Position position;
    private boolean caughtUp;
    private @Nullable Shown shown;
    private int version;
    private boolean owes;
    private boolean rests;

    /** @param page what the page calls itself; empty for one that asks for everything */
    Follower(Caller caller, String page, SseEmitter stream, Position position, Executor senders) {
        this.caller = caller;
        this.page = page;
        this.stream = stream;
        this.position = position;
        this.senders = senders;
    }

    String name() {
        return caller.getName();
    }

    String page() {
        return page;
    }

    Caller caller() {
        return caller;
    }

    Position position() {
        return position;
    }

    void reached(Position reached) {
        position = reached;
    }

    boolean ended() {
        return ended.get();
    }

    /**
     * Says how to come back, and from where. Written by the thread of the request, so that the answer has its headers before
     * another thread writes: two at once have been seen to break it.
     */
    void greet() {
        write("id:" + position + "\nretry:1000\n:live\n\n");
    }

    /** Tells all at once: a write for each of many, to each of many, is what a busy desk would be busy with. */
    synchronized void tell(Map<Long, Position> changed) {
        if (!changed.isEmpty()) {
            owes = true;
            send(changed.entrySet().stream()
                    .map(one -> event(one.getValue(), "conversation", "{\"id\":\"" + one.getKey() + "\"}"))
                    .collect(joining()));
        }
    }

    /** The page has been given that list; gives the number that it knows it by. */
    synchronized int shows(@Nullable Shown list) {
        shown = list;
        owes = true;
        return ++version;
    }

    /**
     * The list that the page shows, if it may have changed since it was asked for here last time. After one that was sent there
     * is none once: nobody can read lists as fast as they may change.
     */
    synchronized @Nullable Shown owed() {
        if (rests || unsent.get() > MOST_UNSENT_WITH_LISTS) {
            rests = false;
            return null;
        }
        var owed = owes ? shown : null;
        owes = false;
        return owed;
    }

    /**
     * Sends a list in the place of another; nothing if the page has been given one meanwhile.
     *
     * @param found what is new, as HTML in a JSON string
     */
    @SuppressWarnings("ReferenceEquality") // the same list given anew has another number
    synchronized void show(Shown before, Shown now, String found) {
        if (shown == before) {
            shown = now;
            rests = true;
            var base = version++;
            send("event:list\ndata:{\"base\":" + base + ",\"version\":" + version + ",\"found\":" + found + "}\n\n");
        }
    }

    void lookAgain() {
        send(event(position, "snapshot", "{}"));
    }

    /** Says that everything has been told up to now: a page that doesn't hear it is not up to date. */
    void beat() {
        if (caughtUp) {
            send("event:beat\ndata:{}\n\n");
        }
    }

    /** The first beat comes as soon as there is nothing left to tell. */
    void hasCaughtUp() {
        if (!caughtUp) {
            caughtUp = true;
            beat();
        }
    }

    void end() {
        if (ended.compareAndSet(false, true)) {
            senders.execute(stream::complete);
        }
    }

    private static String event(Position at, String name, String json) {
        return "id:" + at + "\nevent:" + name + "\ndata:" + json + "\n\n";
    }

    private synchronized void send(String events) {
        if (unsent.incrementAndGet() > MOST_UNSENT) {
            end();
            return;
        }
        sending = sending.thenRunAsync(() -> deliver(events), senders);
    }

    private void deliver(String events) {
        unsent.decrementAndGet();
        if (!ended.get()) {
            write(events);
        }
    }

    private void write(String events) {
        try {
            stream.send(Set.of(new DataWithMediaType(events, TEXT)));
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the container completes the stream.
            ended.set(true);
        }
    }
}
