package dev.rota.panel;

import dev.rota.access.Caller;
import dev.rota.access.Sessions;
import dev.rota.conversation.Feed;
import dev.rota.conversation.News;
import dev.rota.conversation.Position;
import dev.rota.desk.Company;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who watch that a conversation has changed, as soon as that is committed. One reader of the feed serves
 * all streams of this engine, and rests while there are none.
 */
final class Live implements SmartLifecycle {

    /** How many streams one person may have open. */
    static final int MOST_STREAMS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration READ_EVERY = Duration.ofMillis(100);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(4);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration KEEP = Duration.ofHours(1);
    private static final int PAGE = 1000;

    private final Feed feed;
    private final Sessions sessions;
    private final Supplier<Company> company;
    private final PushedLists lists;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> daemon(task, "live-sender"));
    private @Nullable ScheduledExecutorService reader;

    Live(Feed feed, Sessions sessions, Supplier<Company> company, PushedLists lists) {
        this.feed = feed;
        this.sessions = sessions;
        this.company = company;
        this.lists = lists;
    }

    /**
     * Opens a stream from a position on, or from now on; empty when the person has too many open.
     *
     * @param page what the page calls itself that shows what comes; empty for one that asks for it
     */
    Optional<SseEmitter> follow(Caller caller, String page, @Nullable Position from) {
        var open = followers.stream()
                .filter(one -> one.name().equals(caller.getName()))
                .count();
        if (open >= MOST_STREAMS) {
            return Optional.empty();
        }
        var resumes = from != null && feed.resumes(from);
        var stream = new SseEmitter(0L);
        var start = resumes && from != null ? from : feed.head();
        var follower = new Follower(caller, page, stream, start, senders);
        stream.onCompletion(() -> followers.remove(follower));
        stream.onError(failure -> followers.remove(follower));
        follower.greet();
        if (from != null && !resumes) {
            follower.lookAgain();
        }
        followers.add(follower);
        return Optional.of(stream);
    }

    /**
     * A page shows a list from now on, and is sent what changes of it.
     *
     * @param list null for one of which it is sent nothing
     * @return the number that the page knows that list by; empty when it is sent nothing
     */
    OptionalInt shows(String name, String page, @Nullable Shown list) {
        // Where a page has come back, its former stream may not have ended yet.
        return followers.stream()
                .filter(one ->
                        !page.isEmpty() && one.page().equals(page) && one.name().equals(name))
                .mapToInt(one -> one.shows(list))
                .reduce((former, latest) -> latest)
                .stream()
                .filter(version -> list != null)
                .findAny();
    }

    /** Reads what is new, and tells each follower what concerns them. */
    void read() {
        // Who joins meanwhile may be further behind than what is being read, and waits for the next time.
        var present = List.copyOf(followers);
        var from = present.stream().map(Follower::position).min(Position::compareTo);
        while (from.isPresent()) {
            var news = feed.after(from.get(), PAGE);
            present.forEach(follower -> tell(follower, news));
            from = news.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(news.get(PAGE - 1).at());
        }
        lists.push(present);
        present.forEach(Follower::hasCaughtUp);
    }

    private void tell(Follower follower, List<News> news) {
        var viewer = follower.caller().now();
        if (viewer.isEmpty()) {
            follower.end();
            return;
        }
        var visible = company.get().queuesOf(viewer.get().teams());
        var latest = new LinkedHashMap<Long, Position>();
        for (var one : news) {
            if (one.at().compareTo(follower.position()) > 0) {
                follower.reached(one.at());
                if (one.concerns(viewer.get(), visible)) {
                    latest.remove(one.conversation());
                    latest.put(one.conversation(), one.at());
                }
            }
        }
        follower.tell(latest);
    }

    /** Ends the streams of those who have logged out, or have left. */
    void check() {
        var ids = followers.stream()
                .flatMap(one -> one.caller().session().stream())
                .collect(Collectors.toSet());
        var alive = ids.isEmpty() ? Set.<String>of() : sessions.alive(ids);
        for (var follower : followers) {
            var gone = follower.caller()
                    .session()
                    .filter(id -> !alive.contains(id))
                    .isPresent();
            if (gone || follower.caller().now().isEmpty()) {
                follower.end();
            }
        }
        followers.removeIf(Follower::ended);
    }

    private void beat() {
        followers.forEach(Follower::beat);
    }

    private void forget() {
        feed.forget(KEEP);
    }

    /** What fails ends all streams: a screen that isn't told the news must not say that it is live. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the feed cannot be read, all streams of this engine end: {}", e.toString());
            followers.forEach(Follower::end);
            followers.clear();
        }
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "live-reader"));
        every(executor, READ_EVERY, this::read);
        every(executor, CHECK_EVERY, this::check);
        every(executor, BEAT_EVERY, this::beat);
        every(executor, FORGET_EVERY, this::forget);
        reader = executor;
    }

    private void every(ScheduledExecutorService executor, Duration pause, Runnable work) {
        var unused = executor.scheduleWithFixedDelay(
                () -> guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the server stops, which would wait for the streams. */
    @Override
    public void stop() {
        if (reader != null) {
            reader.shutdownNow();
            reader = null;
        }
        followers.forEach(Follower::end);
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
