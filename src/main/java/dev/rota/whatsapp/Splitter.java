package dev.rota.whatsapp;

import dev.rota.desk.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a webhook into its events: each message, status, echo, error and notice by itself. */
public final class Splitter {

    /** The greatest batch of Meta's stays far below; only a body made for it would grow like that. */
    private static final long MAX_BYTES = 16L << 20;

    private final Copies copies;

    /** A splitter for numbers that forward nothing. */
    public Splitter() {
        this(new Copies(Map::of));
    }

    Splitter(Copies copies) {
        this.copies = copies;
    }

    /** The events of a body, a copy for each system that it goes on to among them; what can't be read is one event. */
    public List<Event> split(SignedBody signed) {
        try {
            return copies.added(signed, events(signed, OutlineReader.read(signed.bytes())));
        } catch (Unreadable e) {
            return List.of(whole(signed)); // the reader finds the reason again, and parks it
        }
    }

    private static List<Event> events(SignedBody signed, Outline outline) throws Unreadable {
        var pieces = outline.pieces();
        if (pieces.size() == 1) {
            return List.of(event(pieces.get(0), signed, signed.bytes()));
        }
        var envelope = new Envelope(signed.bytes(), outline);
        var events = new ArrayList<Event>(pieces.size());
        var room = MAX_BYTES;
        for (var piece : pieces) {
            var body = piece.cut(envelope);
            room -= body.length;
            if (room < 0) {
                throw new Unreadable("the body would take more than " + MAX_BYTES + " bytes in parts");
            }
            events.add(event(piece, signed, body));
        }
        return events;
    }

    private static Event event(Piece piece, SignedBody signed, byte[] body) {
        var key = piece.key(signed.bytes());
        var customer = piece.customer();
        var lane = customer == null ? Fingerprint.lane(key) : Fingerprint.lane(piece.number(), customer);
        return new Event(0, key, piece.kind(), lane, piece.number(), signed.receivedAt(), body);
    }

    private static Event whole(SignedBody signed) {
        var body = signed.bytes();
        var key = Fingerprint.of(Kinds.UNREADABLE).and(body, 0, body.length).key();
        return new Event(0, key, Kinds.UNREADABLE, Fingerprint.lane(key), "", signed.receivedAt(), body);
    }
}
