package dev.rota.panel;

import dev.rota.access.Caller;
import dev.rota.conversation.Position;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One stream that is open, with what it has been told. Sending waits for the browser, so it is done apart, in order. */
final class Follower {

    /** A browser that takes nothing for that many events is let go; it comes back with the last one that it got. */
    private static final int MOST_UNSENT = 500;

    private final Caller caller;
    private final SseEmitter stream;
    private final Executor senders;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    private Position position;
    private boolean caughtUp;

    Follower(Caller caller, SseEmitter stream, Position position, Executor senders) {
        this.caller = caller;
        this.stream = stream;
        this.position = position;
        this.senders = senders;
    }

    String name() {
        return caller.getName();
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

    /** Says how to come back, and from where. */
    void greet() {
        send(SseEmitter.event().id(position.toString()).reconnectTime(1000).comment("live"));
    }

    void tell(long conversation, Position at) {
        send(SseEmitter.event().id(at.toString()).name("conversation").data(Map.of("id", Long.toString(conversation))));
    }

    void lookAgain() {
        send(SseEmitter.event().id(position.toString()).name("snapshot").data(Map.of()));
    }

    /** Says that everything has been told up to now: a page that doesn't hear it is not up to date. */
    void beat() {
        if (caughtUp) {
            send(SseEmitter.event().name("beat").data(Map.of()));
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

    private synchronized void send(SseEventBuilder event) {
        if (unsent.incrementAndGet() > MOST_UNSENT) {
            end();
            return;
        }
        sending = sending.thenRunAsync(() -> deliver(event), senders);
    }

    private void deliver(SseEventBuilder event) {
        unsent.decrementAndGet();
        if (ended.get()) {
            return;
        }
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the container completes the stream.
            ended.set(true);
        }
    }
}
