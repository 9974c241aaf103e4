package dev.rota.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from one browser to the desk, which can be cut in the middle of everything and mended. */
final class Wire implements AutoCloseable {

    private final int desk;
    private final ServerSocket near;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private volatile boolean cut;
    private volatile boolean wasCut;

    Wire(URI desk) {
        this.desk = desk.getPort();
        try {
            near = new ServerSocket(Ground.freePort(), 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pumps.execute(this::listen);
    }

    /** Where the desk is for who is at the other end. */
    URI url() {
        return URI.create("http://127.0.0.1:" + near.getLocalPort());
    }

    /** Ends what is open, whatever is on its way, and lets nothing through from now on. */
    void cut() {
        cut = true;
        wasCut = true;
        open.forEach(Wire::end);
    }

    void mend() {
        cut = false;
    }

    boolean isCut() {
        return cut;
    }

    /** Whether it has ever been. */
    boolean wasCut() {
        return wasCut;
    }

    private void listen() {
        try {
            while (true) {
                var caller = near.accept();
                if (cut) {
                    caller.close();
                } else {
                    join(caller);
                }
            }
        } catch (IOException closed) {
            open.forEach(Wire::end);
        }
    }

    private void join(Socket caller) throws IOException {
        var called = new Socket(InetAddress.getLoopbackAddress(), desk);
        open.add(caller);
        open.add(called);
        pumps.execute(() -> pump(caller, called));
        pumps.execute(() -> pump(called, caller));
        if (cut) { // meanwhile
            end(caller);
            end(called);
        }
    }

    /** Either end that is gone takes the other with it. */
    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            end(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        pumps.shutdown();
    }
}
