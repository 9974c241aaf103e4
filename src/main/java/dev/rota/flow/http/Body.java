package dev.rota.flow.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The body of a request on its way in, and the room it takes until it is released. */
final class Body {

    private final HttpServerRequest request;
    private final int max;
    private final Room room;
    private @Nullable Buffer bytes;
    private long taken;

    Body(HttpServerRequest request, int max, Room room) {
        this.request = request;
        this.max = max;
        this.room = room;
    }

    /** Waits for the whole body, or for the status with which to refuse the rest. */
    void read(Consumer<byte[]> whole, IntConsumer refused) {
        if (announced() > max) {
            refused.accept(413);
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        request.handler(chunk -> {
            var status = add(chunk);
            if (status != 0) {
                release();
                refused.accept(status);
            }
        });
        request.endHandler(end -> whole.accept(bytes == null ? new byte[0] : bytes.getBytes()));
        request.exceptionHandler(gone -> release());
    }

    /** Gives back the room. */
    void release() {
        room.give(taken);
        taken = 0;
        bytes = null;
    }

    private int add(Buffer chunk) {
        var length = chunk.length();
        if (taken + length > max) {
            return 413;
        }
        if (!room.take(length)) {
            return 503;
        }
        taken += length;
        if (bytes == null) {
            bytes = chunk; // nearly always the only one: nothing to copy
        } else {
            bytes = bytes.appendBuffer(chunk);
        }
        return 0;
    }

    private long announced() {
        var length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // what can't be told is refused
        }
    }
}
