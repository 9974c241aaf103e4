package dev.rota.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.parsetools.RecordParser;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser with the desk open: it follows the stream, and asks for its list as soon as it was told of something, with a
 * rest between two questions and never twice at once, as the page's script does. All that it does is done in one context,
 * whose thread is the only one that it has.
 */
final class Watcher {

    /** {@code REST_MS} of {@code panel.js}. */
    private static final long REST_MS = 300;

    /** {@code LONGEST_REST_MS} there. */
    private static final long LONGEST_REST_MS = 1000;

    private static final int OK = 200;
    private static final String LIST = "/conversations?tab=team&limit=50&told=";
    private static final String ID = "id:";
    private static final Pattern ROW = Pattern.compile("id=\"row-(\\d+)\"");

    private final Vertx vertx;
    private final Context context;
    private final HttpClient streams;
    private final HttpClient pages;
    private final String team;
    private final String cookie;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final Map<String, Long> seen = new HashMap<>();
    private String told = "";
    private long askedAt;
    private long restUntil = now();
    private boolean waits;
    private boolean asks;
    private boolean again;
    private int refused;
    private @Nullable String row;

    Watcher(Vertx vertx, Context context, HttpClient streams, HttpClient pages, String team, String cookie) {
        this.vertx = vertx;
        this.context = context;
        this.streams = streams;
        this.pages = pages;
        this.team = team;
        this.cookie = cookie;
    }

    /** Opens the stream; complete when it is told that it is up to date. */
    CompletableFuture<Void> watch() {
        context.runOnContext(
                go -> get(streams, "/api/stream").onSuccess(this::follow).onFailure(live::completeExceptionally));
        return live;
    }

    /** Opens the conversation that stands first in its list; the future, completed in its context, says whether it came. */
    Future<Boolean> open() {
        var opened = Promise.<Boolean>promise();
        context.runOnContext(go -> openFirst().onComplete(opened));
        return opened.future();
    }

    private Future<Boolean> openFirst() {
        return row == null
                ? Future.succeededFuture(false)
                : get(pages, "/conversations/" + row)
                        .compose(answer -> answer.body().map(body -> answer.statusCode() == OK));
    }

    String team() {
        return team;
    }

    /** The customers that were in its list, with the {@link System#nanoTime} at which each was there first. */
    Map<String, Long> seen() {
        return seen;
    }

    /** How many lists did not come. */
    int refused() {
        return refused;
    }

    private Future<HttpClientResponse> get(HttpClient client, String path) {
        return client.request(HttpMethod.GET, path).compose(request -> request.putHeader("Cookie", cookie)
                .putHeader("HX-Request", "true")
                .send());
    }

    private void follow(HttpClientResponse stream) {
        if (stream.statusCode() != OK) {
            live.completeExceptionally(new IllegalStateException("no stream but " + stream.statusCode()));
            return;
        }
        stream.exceptionHandler(this::end);
        stream.endHandler(end -> end(new IllegalStateException("the stream ended before it was up to date")));
        stream.handler(RecordParser.newDelimited("\n", line -> hear(line.toString())));
    }

    private void end(Throwable cause) {
        live.completeExceptionally(cause);
    }

    private void hear(String line) {
        if (line.startsWith(ID)) {
            told = line.substring(ID.length());
        }
        switch (line) {
            case "event:conversation", "event:snapshot" -> later();
            case "event:beat" -> live.complete(null);
            default -> {}
        }
    }

    private void later() {
        if (!waits) {
            waits = true;
            vertx.setTimer(Math.max(1, restUntil - now()), timer -> {
                waits = false;
                ask();
            });
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void ask() {
        if (asks) {
            again = true;
            return;
        }
        asks = true;
        askedAt = now();
        restUntil = askedAt + REST_MS;
        get(pages, LIST + told)
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : Future.<Buffer>failedFuture("no list but " + answer.statusCode()))
                .onSuccess(this::look)
                .onFailure(failure -> refused++)
                .onComplete(end -> {
                    asks = false;
                    restUntil = Math.max(restUntil, now() + Math.min(now() - askedAt, LONGEST_REST_MS));
                    if (again) {
                        again = false;
                        later();
                    }
                });
    }

    private void look(Buffer list) {
        var text = list.toString();
        var now = System.nanoTime();
        Webhooks.customers(text).forEach(customer -> seen.putIfAbsent(customer, now));
        var first = ROW.matcher(text);
        row = first.find() ? first.group(1) : row;
    }
}
