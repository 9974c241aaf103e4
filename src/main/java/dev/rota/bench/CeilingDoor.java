package dev.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.GroupCommit;
import dev.rota.whatsapp.simulated.SignedWebhook;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The least that a door must do on one event loop: signature, one parse, one group commit, 200. */
final class CeilingDoor extends AbstractVerticle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "sha256=";
    private static final int ANY_SHARED_PORT = -1;

    private final Mac mac;
    private final GroupCommit<CeilingTable.Row> commits;
    private final IntConsumer opened;

    CeilingDoor(String secret, GroupCommit<CeilingTable.Row> commits, IntConsumer opened) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
        this.commits = commits;
        this.opened = opened;
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> take(request, body.getBytes())))
                .listen(ANY_SHARED_PORT, "127.0.0.1")
                .<Void>map(server -> {
                    opened.accept(server.actualPort());
                    return null;
                })
                .onComplete(started);
    }

    private void take(HttpServerRequest request, byte[] body) {
        var hash = mac.doFinal(body);
        if (!fits(request.getHeader(SignedWebhook.HEADER), hash)) {
            answer(request, 401);
        } else if (!isJson(body)) {
            answer(request, 400);
        } else {
            commits.add(new CeilingTable.Row(key(hash), body))
                    .whenComplete((done, failure) ->
                            context.runOnContext(now -> answer(request, failure == null ? 200 : 503)));
        }
    }

    private static void answer(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }

    private static boolean fits(@Nullable String header, byte[] hash) {
        return header != null
                && header.startsWith(PREFIX)
                && MessageDigest.isEqual(HexFormat.of().parseHex(header.substring(PREFIX.length())), hash);
    }

    private static boolean isJson(byte[] body) {
        try {
            return JSON.readTree(body).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private static UUID key(byte[] hash) {
        var start = ByteBuffer.wrap(hash);
        return new UUID(start.getLong(), start.getLong());
    }
}
