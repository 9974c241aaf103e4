package dev.rota.assignment.simulation;

import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
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
    private final Deque<Seen> seen = new ArrayDeque<>();

    Life(long seed, List<Company> variants, Bug bug) {
        this.random = new SplittableRandom(seed);
        this.variants = variants;
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

    /** Lets time pass, and whoever looks each second look. */
    Event pass() {
        ledger.now = ledger.now.plus(pause());
        ledger.look();
        return Event.of("time passed");
    }

    /** Lets something happen, and gives what: enough for whoever reads the events of a seed. */
    Event next() {
        var dice = random.nextInt(100);
        if (dice < 45) {
            return hear();
        }
        if (dice < 85) {
            return command();
        }
        if (dice < 97) {
            return presence();
        }
        ledger.company = one(variants);
        ledger.look();
        return Event.of("the files changed");
    }

    /**
     * What happened.
     *
     * @param chapter the conversation that it happened to, or null
     * @param seen the epoch that the author of a command saw; 0 for what is no command
     * @param refusal why a command had no effect, or null
     */
    record Event(
            String what,
            @Nullable Chapter chapter,
            int epochBefore,
            @Nullable String ownerBefore,
            int seen,
            @Nullable String refusal) {

        static Event of(String what) {
            return new Event(what, null, 0, null, 0, null);
        }
    }

    /** Mostly seconds, so that things race; sometimes hours, so that shifts end. */
    private Duration pause() {
        var dice = random.nextInt(100);
        if (dice < 60) {
            return Duration.ofMillis(random.nextInt(20_000));
        }
        return dice < 95 ? Duration.ofSeconds(random.nextInt(600)) : Duration.ofMinutes(random.nextInt(240));
    }

    private Event hear() {
        var customer = random.nextInt(CUSTOMERS);
        var skill = random.nextInt(3) == 0 ? "fibre" : null;
        var priority = Priority.ofRank(random.nextInt(4));
        var before = ledger.latest.get(customer);
        var owner = before == null ? null : before.owner;
        var epoch = before == null ? 0 : before.epoch;
        var said = new Chapter.Said(customer, one(QUEUES), priority, skill);
        ledger.hear(said);
        return new Event("heard " + said, ledger.latest.get(customer), epoch, owner, 0, null);
    }

    /** On the view of now or on an older one, by somebody who may do it as far as the ledger asks. */
    private Event command() {
        if (ledger.chapters.isEmpty()) {
            return Event.of("nobody was there to do anything");
        }
        var view = random.nextInt(3) == 0 && !seen.isEmpty() ? seen.removeFirst() : look();
        var chapter = view.chapter;
        var epoch = chapter.epoch;
        var owner = chapter.owner;
        var deed = deed(chapter);
        var refusal = ledger.command(chapter, view.epoch, deed, "otto");
        return new Event(deed + " of " + chapter.id, chapter, epoch, owner, view.epoch, refusal);
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
        ledger.declare(agent, new Presence(state, ledger.now, until, agent));
        return Event.of(agent + " is " + state + " until " + until);
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
