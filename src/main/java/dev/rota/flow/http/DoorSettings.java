package dev.rota.flow.http;

import java.time.Duration;

/**
 * Where the webhook port is, and what it puts up with.
 *
 * @param port 0 for any that is free
 * @param maxBody the most bytes of a body; Meta sends up to 3 MB
 * @param largeBody the bytes above which a body is worked on outside the event loop
 * @param room the most bytes of bodies held at once by one event loop
 * @param patience how long a connection may go without bringing a whole request
 */
record DoorSettings(String host, int port, int maxBody, int largeBody, int room, Duration patience) {

    static DoorSettings of(String host, int port) {
        return new DoorSettings(host, port, 4 << 20, 64 << 10, 48 << 20, Duration.ofSeconds(30));
    }

    /** The port as Vert.x wants it: event loops share a free one only when asked by a negative number. */
    int listenOn() {
        return port == 0 ? -1 : port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
