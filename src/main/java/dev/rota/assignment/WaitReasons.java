package dev.rota.assignment;

import dev.rota.desk.Strategy;
import java.util.List;

/** Why work waits, in sentences. */
final class WaitReasons {

    private WaitReasons() {}

    /** In a queue whose strategy gives to nobody. */
    static String leftToOthers(Work work) {
        return work.handout().strategy() == Strategy.MANUAL
                ? "queue " + work.queue() + " is handed out by people"
                : "a helpdesk says whose it is";
    }

    /** When nobody has room, or nobody who has it will do. */
    static String of(Work work, Rung rung, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return "queue " + work.queue() + " has no agents";
        }
        var there = candidates.stream().filter(Candidate::isThere).toList();
        if (there.stream().anyMatch(one -> one.hasRoom(work.handout()))) {
            return ofSkill(work, rung, there.stream().filter(rung::admits).toList());
        }
        return switch (there.size()) {
            case 0 -> "nobody of queue " + work.queue() + " is at work";
            case 1 -> there.get(0).name() + ", alone on shift, " + there.get(0).fullness(work.handout());
            default -> "all " + there.size() + " on shift are full";
        };
    }

    private static String ofSkill(Work work, Rung rung, List<Candidate> holders) {
        var wait = "waits " + rung.patience() + "for " + rung.wanted();
        return switch (holders.size()) {
            case 0 -> wait + ", which nobody at work has";
            case 1 -> wait + ": " + holders.get(0).name() + " " + holders.get(0).fullness(work.handout());
            default -> wait + ": all " + holders.size() + " at work are full";
        };
    }
}
