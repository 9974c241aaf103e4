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
import dev.rota.desk.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ledger in memory: what SQL does in the product is done by hand here, and what decides is the product's code. */
final class SimulatedLedger {

    final Map<Long, Chapter> chapters = new HashMap<>();
    final List<Chapter> open = new ArrayList<>();
    final Map<Integer, Chapter> latest = new HashMap<>();
    final Map<Integer, String> lastAgents = new HashMap<>();
    final Map<String, Person> people = new HashMap<>();
    final List<Step> steps = new ArrayList<>();
    final Bug bug;
    Company company;
    Instant now;
    private long ids;

    SimulatedLedger(Company company, Instant now, Bug bug) {
        this.company = company;
        this.now = now;
        this.bug = bug;
    }

    /** One step of a conversation, as it is written down. */
    record Step(
            Chapter chapter,
            int epoch,
            String what,
            @Nullable String formerOwner,
            @Nullable String owner,
            String by,
            String why,
            Handed.@Nullable Given given) {}

    /** What a customer says finds its conversation, or begins one. */
    void hear(Chapter.Said said) {
        var chapter = latest.get(said.customer());
        if (chapter == null || !continues(chapter)) {
            begin(said);
            return;
        }
        chapter.lastCustomerAt = now;
        if (chapter.owner != null) {
            var vacancy = bug == Bug.OWNER_IS_NOT_CHECKED ? null : vacancy(chapter, chapter.owner);
            if (vacancy == null) {
                wake(chapter, chapter.owner);
                return;
            }
            decide(chapter, said);
            step(chapter, "returned", Status.WAITING, said.queue(), null, "rota", vacancy);
        } else if (chapter.status == Status.CLOSED || !chapter.queue.equals(said.queue())) {
            decide(chapter, said);
            var what = chapter.status == Status.CLOSED ? "reopened" : "moved";
            step(chapter, what, Status.WAITING, said.queue(), null, "rota", "the customer wrote");
        } else {
            decide(chapter, said);
        }
        drain(Set.of(chapter.queue));
    }

    private boolean continues(Chapter chapter) {
        var reopenWithin = company.queue(chapter.queue).reopenWithin();
        return chapter.isOpen() || now.isBefore(chapter.closedAt.plus(reopenWithin));
    }

    private void begin(Chapter.Said said) {
        var chapter = new Chapter(++ids, said.customer(), said, now);
        chapters.put(chapter.id, chapter);
        open.add(chapter);
        latest.put(said.customer(), chapter);
        drain(Set.of(chapter.queue));
    }

    private static void decide(Chapter chapter, Chapter.Said said) {
        chapter.priority = said.priority();
        chapter.skill = said.skill();
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
        person(agent).presence = presence;
        drain(queuesOf(agent));
    }

    /** The look each second: what time alone gives a reason to. */
    void look() {
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
            staff.turns(queue).forEach((agent, turn) -> person(agent).turns.put(queue, turn));
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
        var order = Comparator.comparing(Chapter::place).thenComparingLong(chapter -> chapter.id);
        var line = open.stream()
                .filter(chapter -> chapter.isWaitingIn(queue))
                .sorted(bug == Bug.NEWEST_FIRST ? order.reversed() : order)
                .limit(bug == Bug.HEAD_BLOCKS_THE_LINE ? 1 : Long.MAX_VALUE)
                .map(chapter -> chapter.waiting(lastAgents.get(chapter.customer)));
        return line.toList();
    }

    Chapter chapter(long id) {
        var chapter = chapters.get(id);
        if (chapter == null) {
            throw new IllegalStateException("no conversation " + id);
        }
        return chapter;
    }

    Person person(String agent) {
        return people.computeIfAbsent(agent, name -> new Person());
    }

    private Set<String> queuesOf(String agent) {
        var known = company.agents().get(agent);
        return known == null ? Set.of() : company.queuesOf(Set.of(known.team()));
    }
}
