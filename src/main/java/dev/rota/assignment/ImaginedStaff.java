package dev.rota.assignment;

import dev.rota.desk.Company;
import dev.rota.routing.Decision;
import dev.rota.routing.Imagined.OnStaff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who would get a conversation if people were as imagined: by the roster and without work, unless said otherwise. */
public final class ImaginedStaff {

    private ImaginedStaff() {}

    /**
     * Chooses among the people of the decision's queue at that instant; a closed queue waits.
     *
     * @param lastAgent whoever had the customer's last conversation, or null
     */
    public static Outcome choose(
            Company company, Decision decision, Instant at, @Nullable String lastAgent, Map<String, OnStaff> imagined) {
        var queue = decision.queue();
        var staff = Staff.of(company, List.of(queue), at);
        staff.imagine(imagined);
        var question = staff.question(queue, new Waiting(0, at, decision.skill(), null, lastAgent));
        var closed = staff.closed(queue);
        if (closed == null) {
            return question.answer();
        }
        var out = question.candidates().stream()
                .map(one -> new Verdict(one.agent().name(), false, one.offReason() == null ? closed : one.offReason()))
                .toList();
        return new Outcome.Waits(closed, out);
    }
}
