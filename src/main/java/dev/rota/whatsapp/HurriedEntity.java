package dev.rota.whatsapp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** What a request carries, which is broken off when it takes too long to go out. */
final class HurriedEntity extends HttpEntityWrapper {

    private final Duration patience;

    HurriedEntity(HttpEntity entity, Duration patience) {
        super(entity);
        this.patience = patience;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        super.writeTo(new Hurried(out, System.nanoTime() + patience.toNanos()));
    }

    private static final class Hurried extends FilterOutputStream {

        private final long end;

        Hurried(OutputStream out, long end) {
            super(out);
            this.end = end;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new InterruptedIOException("the request takes too long to go out");
            }
            out.write(bytes, from, length);
        }
    }
}
