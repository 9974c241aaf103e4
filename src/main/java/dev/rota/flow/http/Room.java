package dev.rota.flow.http;

/** The memory that bodies of strangers may take on one event loop, which alone uses it. */
final class Room {

    private final long size;
    private long used;

    Room(long size) {
        this.size = size;
    }

    /** Takes so many bytes, unless that would be too much. */
    boolean take(long bytes) {
        if (used + bytes > size) {
            return false;
        }
        used += bytes;
        return true;
    }

    void give(long bytes) {
        used -= bytes;
    }
}
