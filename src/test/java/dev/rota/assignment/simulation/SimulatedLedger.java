package dev.rota.assignment.simulation;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Candidate;
import dev.rota.assignment.Handed;
import dev.rota.assignment.Handing;
import dev.rota.assignment.Staff;
import dev.rota.assignment.Tenure;
import dev.rota.assignment.Waiting;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Silence;
import dev.rota.desk.Standing;
import dev.rota.desk.Status;
import dev.rota.shift.Edge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ledger in memory: what SQL does in the product is done by hand here, and what decides is the product's code. */
final class SimulatedLedger {

    private static final Comparator<Chapter> IN_ORDER =
            Comparator.comparing(Chapter::place).thenComparingLong(chapter -> chapter.id);

    final Map<Long, Chapter> chapters = new HashMap<>();
    final List<Chapter> open = new ArrayList<>();
    final Map<Integer, Chapter> latest = new HashMap<>();
    final Map<Integer, String> lastAgents = new HashMap<>();
    final Map<String, Person> people = new HashMap<>();
    final List<Step> steps = new ArrayList<>();
    private final Set<Integer> heard = new HashSet<>();
    private final SimulatedSwitchover switchover = new SimulatedSwitchover(this);
    final Bug bug;
    Company company;
    Instant now;
    private long ids;

    SimulatedLedger(Company company, Instant now, Bug bug) {
        this.company = company;
        this.now = now;
        this.bug = bug;
    }

    /** What a customer says finds its conversation, or begins one; what comes again is known. */
    void hear(Chapter.Said said) {
        if (!heard.add(said.id()) && bug != Bug.MESSAGE_COUNTS_AGAIN) {
            return;
        }
        var chapter = latest.get(said.customer());
        if (chapter == null || !continues(chapter)) {
            begin(said);
            return;
        }
        var standing = standing(chapter, said);
        if (said.at().isAfter(chapter.lastCustomerAt) || bug == Bug.LATE_MESSAGE_REWINDS) {
            chapter.lastCustomerAt = said.at();
        }
        if (standing.needsDecision()) {
            chapter.decide(said);
            follow(chapter, standing);
        } else if (chapter.owner != null && !standing.late()) {
            wake(chapter, chapter.owner);
        }
    }

    private Standing standing(Chapter chapter, Chapter.Said said) {
        var late = chapter.lastCustomerAt.isAfter(said.at()) && bug != Bug.LATE_MESSAGE_REWINDS;
        var vacancy = chapter.owner == null || bug == Bug.OWNER_IS_NOT_CHECKED ? null : vacancy(chapter, chapter.owner);
        return new Standing(
                (long) chapter.customer, true, chapter.id, chapter.epoch, chapter.status, late, false, vacancy);
    }

    /** Brings a conversation to where its decision says. */
    private void follow(Chapter chapter, Standing standing) {
        var queue = SimulatedCompany.decide(chapter.said, now).queue();
        var former = chapter.owner;
        if (chapter.status == Status.CLOSED) {
            step(chapter, "reopened", Status.WAITING, queue, null, "rota", "the customer wrote again");
        } else if (standing.vacancy() != null) {
            step(chapter, "returned", Status.WAITING, queue, null, "rota", standing.vacancy());
        } else if (!chapter.queue.equals(queue)) {
            step(chapter, "moved", Status.WAITING, queue, null, "rota", "the customer wrote");
        }
        drain(affected(chapter, former));
    }

    private boolean continues(Chapter chapter) {
        var reopenWithin = company.queue(chapter.queue).reopenWithin();
        return chapter.isOpen() || now.isBefore(chapter.closedAt.plus(reopenWithin));
    }

    private void begin(Chapter.Said said) {
        var chapter =
                new Chapter(++ids, said, SimulatedCompany.decide(said, now).queue(), now);
        chapters.put(chapter.id, chapter);
        open.add(chapter);
        latest.put(said.customer(), chapter);
        drain(Set.of(chapter.queue));
    }

    private @Nullable String vacancy(Chapter chapter, String owner) {
        return Tenure.over(company, chapter.queue, owner, person(owner).now(), chapter.weight, now);
    }

    private void wake(Chapter chapter, String owner) {
        if (bug != Bug.WAKING_WEIGHS_NOTHING) {
            person(owner).shift(chapter.queue, 0, Silence.WHOLE - chapter.weight, now);
        }
        chapter.weight = Silence.WHOLE;
    }

    /** What a person does; null when it is done, else why it is refused. */
    @Nullable
    String command(Chapter chapter, int epoch, Deed deed, String by) {
        if (epoch != chapter.epoch && bug != Bug.EPOCH_IS_NOT_COMPARED) {
            return chapter.owner + " has it now";
        }
        var refusal = deed.refusal(this, chapter);
        if (refusal == null) {
            var place = chapter.owner;
            deed.carryOut(this, chapter, by);
            drain(affected(chapter, place));
        }
        return refusal;
    }

    private Set<String> affected(Chapter chapter, @Nullable String place) {
        var queues = new TreeSet<String>();
        if (chapter.status == Status.WAITING) {
            queues.add(chapter.queue);
        }
        if (place != null && bug != Bug.FREED_PLACE_IS_FORGOTTEN) {
            queues.addAll(queuesOf(place));
        }
        return queues;
    }

    boolean hasRoom(String agent, String queue) {
        var known = company.agents().get(agent);
        return known != null
                && new Candidate(known, null, person(agent).now().load(queue))
                        .hasRoom(company.queue(queue).handout());
    }

    void declare(String agent, Presence presence) {
        person(agent).declare(presence);
        drain(queuesOf(agent));
    }

    /** A shift ends, and another one may begin. */
    void switchOver(Edge edge) {
        drain(switchover.make(edge));
    }

    /** Everything that is open, and how many steps have been taken. */
    List<Object> state() {
        var state = new ArrayList<Object>(open.stream().map(Chapter::glimpse).toList());
        state.add(steps.size());
        return state;
    }

    /** The look each second: what time alone gives a reason to. */
    void look() {
        switchover.returnKept();
        for (var chapter : List.copyOf(open)) {
            if (chapter.owner != null && !company.agents().containsKey(chapter.owner)) {
                step(chapter, "returned", Status.WAITING, chapter.queue, null, "rota", "the files no longer name them");
            }
            var silence = company.queue(chapter.queue).handout().silence();
            if (chapter.owner != null
                    && silence != null
                    && chapter.weight > silence.weight()
                    && !chapter.lastCustomerAt.plus(silence.after()).isAfter(now)) {
                person(chapter.owner).shift(chapter.queue, 0, silence.weight() - chapter.weight, now);
                chapter.weight = silence.weight();
            }
        }
        if (bug != Bug.FREED_PLACE_IS_FORGOTTEN) {
            drain(company.queues().keySet());
        }
    }

    void step(
            Chapter chapter, String what, Status status, String queue, @Nullable String owner, String by, String why) {
        step(chapter, what, status, queue, owner, by, why, null);
    }

    /** The one way by which a conversation changes. */
    private void step(
            Chapter chapter,
            String what,
            Status status,
            String queue,
            @Nullable String owner,
            String by,
            String why,
            Handed.@Nullable Given given) {
        var former = chapter.owner;
        if (former != null) {
            person(former).shift(chapter.queue, -1, -chapter.weight, now);
        }
        if (owner != null) {
            person(owner).shift(queue, 1, Silence.WHOLE, now);
            lastAgents.put(chapter.customer, owner);
        }
        chapter.waitingSince = chapter.status == Status.WAITING ? chapter.waitingSince : now;
        chapter.closedAt = status == Status.CLOSED ? now : Instant.MAX;
        chapter.givenBackBy = what.equals("released") ? former : null;
        chapter.status = status;
        chapter.queue = queue;
        chapter.owner = owner;
        chapter.weight = Silence.WHOLE;
        chapter.epoch++;
        if (status == Status.CLOSED) {
            open.remove(chapter);
        } else if (!open.contains(chapter)) {
            open.add(chapter);
        }
        steps.add(new Step(chapter, chapter.epoch, what, former, owner, by, why, given));
    }

    private void drain(Set<String> names) {
        var queues = names.stream().filter(this::hasWaiting).sorted().toList();
        if (queues.isEmpty()) {
            return;
        }
        var staff = Staff.of(company, queues, now);
        var loads = new HashMap<String, AgentNow>();
        staff.agents().forEach(agent -> loads.put(agent, person(agent).now()));
        staff.load(loads);
        for (var queue : queues) {
            var handed = Handing.handOut(queue, staff, line(queue).iterator());
            for (var given : handed.given()) {
                var chapter = chapter(given.conversation());
                step(
                        chapter,
                        "assigned",
                        Status.IN_PROGRESS,
                        queue,
                        given.outcome().agent(),
                        "rota",
                        given.outcome().why(),
                        given);
            }
            staff.turns(queue).forEach((agent, turn) -> person(agent).turn(queue, turn));
        }
    }

    private boolean hasWaiting(String queue) {
        for (var chapter : open) {
            if (chapter.isWaitingIn(queue)) {
                return true;
            }
        }
        return false;
    }

    /** What waits in a queue, in order. */
    List<Waiting> line(String queue) {
        var waiting = new ArrayList<Chapter>();
        for (var chapter : open) {
            if (chapter.isWaitingIn(queue)) {
                waiting.add(chapter);
            }
        }
        waiting.sort(bug == Bug.NEWEST_FIRST ? IN_ORDER.reversed() : IN_ORDER);
        return waiting.stream()
                .limit(bug == Bug.HEAD_BLOCKS_THE_LINE ? 1 : Long.MAX_VALUE)
                .map(chapter -> chapter.waiting(lastAgents.get(chapter.customer)))
                .toList();
    }

    Chapter chapter(long id) {
        var chapter = chapters.get(id);
        if (chapter == null) {
            throw new IllegalStateException("no conversation " + id);
        }
        return chapter;
    }

    Person person(String agent) {
        var person = people.get(agent);
        return person != null ? person : people.computeIfAbsent(agent, name -> new Person());
    }

    private Set<String> queuesOf(String agent) {
        var known = company.agents().get(agent);
        return known == null ? Set.of() : company.queuesOf(Set.of(known.team()));
    }
}
