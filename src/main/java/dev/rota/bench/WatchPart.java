package dev.rota.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Measures how soon people see what comes, while many have the desk open and much is open. */
final class WatchPart {

    /** Messages per second. */
    static final int RATE = 50;

    /** Those of the bench's company who are on no shift, and see what their teams have. */
    private static final Map<String, Integer> TEAMS = Map.of("support", 8, "sales", 6, "field", 6);

    /** Less than the desk keeps a connection that nobody uses. */
    private static final int KEEP_ALIVE_SECONDS = 5;

    private static final long OPEN_EVERY_MS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** By then a page has asked twice more for what it was told last. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final BenchEngine engine;
    private final Members members;
    private final Webhooks webhooks;
    private final Backlog backlog;
    private final Remains remains;

    WatchPart(Vertx vertx, BenchEngine engine, Members members, Webhooks webhooks, Backlog backlog, Remains remains) {
        this.vertx = vertx;
        this.engine = engine;
        this.members = members;
        this.webhooks = webhooks;
        this.backlog = backlog;
        this.remains = remains;
    }

    /**
     * Measures.
     *
     * @param streams how many have the desk open
     * @param open how many conversations are open
     * @param warmUp how long messages come before anything counts: a page costs a cold engine many times what it costs a warm one
     * @param time how long they come then
     */
    Figures.Watched measure(int streams, int open, Duration warmUp, Duration time) {
        backlog.drain(PATIENCE);
        var opened = remains.closeAllBut(open);
        var followed = client(streams);
        var asked = client(streams);
        try {
            return measure(watchers(streams, followed, asked), opened, warmUp, time);
        } finally {
            followed.close();
            asked.close();
        }
    }

    private Figures.Watched measure(List<Watcher> watchers, int opened, Duration warmUp, Duration time) {
        CompletableFuture.allOf(watchers.stream().map(Watcher::watch).toArray(CompletableFuture[]::new))
                .join();
        load(watchers, warmUp);
        var before = engine.liveBytes();
        var measured = load(watchers, time);
        var refused = watchers.stream().mapToInt(Watcher::refused).sum();
        return new Figures.Watched(
                watchers.size(),
                opened,
                RATE,
                measured.visible.answered(),
                measured.visible.errors(),
                refused + measured.opened.errors(),
                measured.visible.latency(),
                measured.opened.latency(),
                before,
                engine.liveBytes());
    }

    private List<Watcher> watchers(int streams, HttpClient followed, HttpClient asked) {
        var sessions = new ArrayList<Map.Entry<String, String>>();
        TEAMS.forEach((team, people) -> {
            for (int place = 0; place < people; place++) {
                sessions.add(Map.entry(team, members.cookie(team + "-watch-" + place)));
            }
        });
        var context = vertx.getOrCreateContext();
        return Stream.iterate(0, place -> place + 1)
                .limit(streams)
                .map(place -> sessions.get(place % sessions.size()))
                .map(session -> new Watcher(vertx, context, followed, asked, session.getKey(), session.getValue()))
                .toList();
    }

    private HttpClient client(int connections) {
        var options = new HttpClientOptions()
                .setDefaultHost(engine.desk().getHost())
                .setDefaultPort(engine.desk().getPort())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
    }

    private record Load(Samples visible, Samples opened) {}

    private Load load(List<Watcher> watchers, Duration time) {
        var count = Math.max(1, Math.toIntExact(RATE * time.toMillis() / 1000));
        var messages = Stream.generate(webhooks::message).limit(count).toList();
        var opened = new Samples();
        var place = new int[1];
        var opening = vertx.setPeriodic(OPEN_EVERY_MS, timer -> {
            var start = System.nanoTime();
            watchers.get(place[0]++ % watchers.size())
                    .open()
                    .onComplete(end -> opened.add(System.nanoTime() - start, end.succeeded() && end.result()));
        });
        var next = messages.iterator();
        var scheduled =
                new OpenLoop(vertx, engine.door(), RATE).post(() -> next.next().webhook(), count);
        backlog.drain(PATIENCE);
        LockSupport.parkNanos(AFTERWARDS.toNanos());
        vertx.cancelTimer(opening);
        return new Load(visible(messages, scheduled, watchers), opened);
    }

    /** Whatever anybody of a team has seen, all of the team should have. */
    private static Samples visible(List<Webhooks.Message> messages, long[] scheduled, List<Watcher> watchers) {
        var known = new HashMap<String, Set<String>>();
        watchers.forEach(one -> known.computeIfAbsent(one.team(), team -> new HashSet<>())
                .addAll(one.seen().keySet()));
        var samples = new Samples();
        for (int place = 0; place < messages.size(); place++) {
            var customer = messages.get(place).customer();
            var told = watchers.stream()
                    .filter(one -> known.getOrDefault(one.team(), Set.of()).contains(customer))
                    .toList();
            for (var watcher : told) {
                var at = watcher.seen().get(customer);
                samples.add(at == null ? 0 : at - scheduled[place], at != null);
            }
            if (told.isEmpty()) {
                samples.add(0, false);
            }
        }
        return samples;
    }
}
