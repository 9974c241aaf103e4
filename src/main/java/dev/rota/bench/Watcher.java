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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser with the desk open: it follows the stream, over which its list comes. Where one does not follow from the last
 * it asks for all of it, with a rest between two questions and never twice at once, as the page's script does. All that it
 * does is done in one context, whose thread is the only one that it has.
 */
final class Watcher {

    /** {@code REST_MS} of {@code panel.js}. */
    private static final long REST_MS = 300;

    /** {@code LONGEST_REST_MS} there. */
    private static final long LONGEST_REST_MS = 1000;

    private static final int OK = 200;
    private static final String ID = "id:";
    private static final String PUSHED = "data:{\"base\":";
    private static final Pattern NUMBERS = Pattern.compile("\\{\"base\":(\\d+),\"version\":(\\d+)");
    private static final Pattern VERSION = Pattern.compile("data-version=\"(\\d+)\"");
    private static final Pattern ROW = Pattern.compile("id=\\\\?\"row-(\\d+)");

    private final Vertx vertx;
    private final Context context;
    private final HttpClient streams;
    private final HttpClient pages;
    private final String team;
    private final String cookie;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final String page = UUID.randomUUID().toString();
    private final List<String> early = new ArrayList<>();
    private String told = "";
    private int version;
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
        context.runOnContext(go -> get(streams, "/api/stream?page=" + page)
                .onSuccess(this::follow)
                .onFailure(live::completeExceptionally));
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
        later();
        stream.handler(RecordParser.newDelimited("\n", line -> hear(line.toString())));
    }

    private void end(Throwable cause) {
        live.completeExceptionally(cause);
    }

    private void hear(String line) {
        if (line.startsWith(ID)) {
            told = line.substring(ID.length());
        }
        if (line.startsWith(PUSHED)) {
            receive(line);
        }
        switch (line) {
            case "event:conversation" -> laterUnlessItComes();
            case "event:snapshot" -> later();
            case "event:beat" -> live.complete(null);
            default -> {}
        }
    }

    private void receive(String list) {
        var numbers = NUMBERS.matcher(list);
        if (!numbers.find()) {
            throw new IllegalStateException("a list without its numbers");
        }
        var base = Integer.parseInt(numbers.group(1));
        if (base == version) {
            version = Integer.parseInt(numbers.group(2));
            look(list);
        } else if (asks) {
            early.add(list);
        } else if (base > version && version > 0) {
            later();
        }
    }

    private void laterUnlessItComes() {
        if (version == 0) {
            later();
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
        get(pages, "/conversations?tab=team&limit=50&page=" + page + "&told=" + told)
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : Future.<Buffer>failedFuture("no list but " + answer.statusCode()))
                .onSuccess(this::take)
                .onFailure(failure -> refused++)
                .onComplete(end -> {
                    asks = false;
                    var lists = List.copyOf(early);
                    early.clear();
                    lists.forEach(this::receive);
                    restUntil = Math.max(restUntil, now() + Math.min(now() - askedAt, LONGEST_REST_MS));
                    if (again) {
                        again = false;
                        later();
                    }
                });
    }

    private void take(Buffer list) {
        var text = list.toString();
        var given = VERSION.matcher(text);
        version = given.find() ? Integer.parseInt(given.group(1)) : 0;
        look(text);
    }

    private void look(String text) {
        var now = System.nanoTime();
        Webhooks.customers(text).forEach(customer -> seen.putIfAbsent(customer, now));
        var first = ROW.matcher(text);
        row = first.find() ? first.group(1) : row;
    }
}
