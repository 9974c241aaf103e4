package dev.rota.assignment.simulation;

import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import dev.rota.shift.Edge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens, one event after the other, drawn from a seed and from nothing else. */
final class Life {

    /** The days on which a stretch may begin: an ordinary one, and the eves of both changes of the clocks. */
    static final List<String> BEGINNINGS = List.of("2026-07-01", "2026-03-28", "2026-10-24");

    private static final int CUSTOMERS = 24;
    private static final List<String> QUEUES = List.of("support", "support", "sales", "billing", "on-call", "vip");
    private static final List<String> AGENTS = List.of("ana", "bia", "caio", "rui", "zeca", "duda");

    private final SplittableRandom random;
    private final List<Company> variants;
    private final SimulatedLedger ledger;
    private final NavigableMap<Instant, Edge> edges;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final List<Chapter.Said> messages = new ArrayList<>();
    private @Nullable Runnable commandAgain;

    Life(long seed, List<Company> variants, NavigableMap<Instant, Edge> edges, Bug bug) {
        this.random = new SplittableRandom(seed);
        this.variants = variants;
        this.edges = edges;
        var day = LocalDate.parse(one(BEGINNINGS));
        var time = LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60));
        this.ledger = new SimulatedLedger(
                variants.get(0),
                day.atTime(time).atZone(SimulatedCompany.zone()).toInstant(),
                bug);
    }

    SimulatedLedger ledger() {
        return ledger;
    }

    /** The shifts that end until something happens, each of them twice, then the look of that second, and what happens. */
    List<Supplier<Event>> next() {
        var events = new ArrayList<Supplier<Event>>();
        var until = ledger.now.plus(pause());
        for (var edge : edges.subMap(ledger.now, false, until, true).values()) {
            events.add(() -> switchOver(edge));
            events.add(() -> again("the same switchover", () -> ledger.switchOver(edge)));
        }
        events.add(() -> pass(until));
        events.add(this::happen);
        return events;
    }

    private Event switchOver(Edge edge) {
        ledger.now = edge.at();
        ledger.switchOver(edge);
        ledger.look();
        return Event.of(Event.Kind.SWITCHOVER, "from " + edge.ending() + " to " + edge.beginning());
    }

    private Event pass(Instant until) {
        ledger.now = until;
        ledger.look();
        return Event.of(Event.Kind.OTHER, "time passed");
    }

    private Event happen() {
        var dice = random.nextInt(100);
        var known = random.nextInt(10) == 0;
        if (dice < 45) {
            return known && !messages.isEmpty() ? hearAgain(one(messages)) : hear();
        }
        if (dice < 85) {
            return known && commandAgain != null ? again("the same command", commandAgain) : command();
        }
        if (dice < 97) {
            return presence();
        }
        ledger.company = one(variants);
        ledger.look();
        return Event.of(Event.Kind.OTHER, "the files changed");
    }

    /** What has happened is said or done once more. */
    private Event again(String what, Runnable event) {
        var before = ledger.state();
        event.run();
        return Event.again(what + " again", before);
    }

    /** Mostly seconds, so that things race; sometimes hours, so that shifts end. */
    private Duration pause() {
        var dice = random.nextInt(100);
        if (dice < 60) {
            return Duration.ofMillis(random.nextInt(20_000));
        }
        return dice < 95 ? Duration.ofSeconds(random.nextInt(600)) : Duration.ofMinutes(random.nextInt(240));
    }

    /** One of ten messages comes late. */
    private Event hear() {
        var at = random.nextInt(10) == 0 ? ledger.now.minusSeconds(1 + random.nextInt(7200)) : ledger.now;
        var customer = random.nextInt(CUSTOMERS);
        var skill = random.nextInt(3) == 0 ? "fibre" : null;
        var priority = Priority.ofRank(random.nextInt(4));
        var said = new Chapter.Said(messages.size(), customer, at, one(QUEUES), priority, skill);
        messages.add(said);
        var known = ledger.latest.get(customer);
        var before = known == null ? null : known.glimpse();
        ledger.hear(said);
        var late = before != null && before.isOpen() && before.lastCustomerAt().isAfter(at);
        var chapter = Objects.requireNonNull(ledger.latest.get(customer));
        return Event.heard(late ? Event.Kind.LATE_MESSAGE : Event.Kind.MESSAGE, said, chapter, before);
    }

    private Event hearAgain(Chapter.Said said) {
        return again("message " + said.id(), () -> ledger.hear(said));
    }

    /** On the view of now or on an older one, by somebody who may do it as far as the ledger asks. */
    private Event command() {
        if (ledger.chapters.isEmpty()) {
            return Event.of(Event.Kind.OTHER, "nobody was there to do anything");
        }
        var view = random.nextInt(3) == 0 && !seen.isEmpty() ? seen.removeFirst() : look();
        var chapter = view.chapter;
        var before = chapter.glimpse();
        var deed = deed(chapter);
        var refusal = ledger.command(chapter, view.epoch, deed, "otto");
        if (refusal == null) {
            commandAgain = () -> ledger.command(chapter, view.epoch, deed, "otto");
        }
        return Event.commanded(deed, chapter, before, view.epoch, refusal);
    }

    /** Somebody looks at a conversation, and may act on that view later. */
    private Seen look() {
        var any = ledger.open.isEmpty() || random.nextInt(20) == 0;
        var chapter = any ? ledger.chapter(1 + random.nextInt(ledger.chapters.size())) : one(ledger.open);
        var view = new Seen(chapter, chapter.epoch);
        if (random.nextInt(3) == 0) {
            seen.addLast(view);
        }
        return view;
    }

    private Deed deed(Chapter chapter) {
        var dice = random.nextInt(10);
        if (dice < 3) {
            return new Deed.Give(one(AGENTS), chapter.status == Status.WAITING && random.nextBoolean());
        }
        if (dice < 5) {
            return new Deed.Release();
        }
        return dice < 6 ? new Deed.Move(one(QUEUES)) : new Deed.Close();
    }

    private Event presence() {
        var state = one(List.of(Presence.State.values()));
        var agent = one(AGENTS);
        var until = ledger.now.plusSeconds(1 + random.nextInt(3600));
        var presence = new Presence(state, ledger.now, until, agent);
        ledger.declare(agent, presence);
        return Event.of(Event.Kind.OTHER, presence);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private record Seen(Chapter chapter, int epoch) {}

    /** When it is now. */
    Instant now() {
        return ledger.now;
    }
}
