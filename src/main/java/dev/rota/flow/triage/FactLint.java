package dev.rota.flow.triage;

import dev.rota.config.Known;
import dev.rota.config.Names;
import dev.rota.flow.triage.KnownFact.Kind;
import dev.rota.inquiry.Inquiry;
import java.util.Map;

/** Whether a fact is asked for something that it can be: true or false, a count, or a name that the company knows. */
final class FactLint {

    private final Known queues;
    private final Map<String, Known> namesOf;

    FactLint(Names names) {
        this.queues = names.queues();
        this.namesOf = Map.of(
                "requestType", names.requestTypes(),
                "history.lastRequestType", names.requestTypes(),
                "guess", names.requestTypes(),
                "language", Known.of(Inquiry.LANGUAGES),
                "shift", names.shifts().and(Inquiry.NO_SHIFT),
                "history.lastAgent", names.agents(),
                "history.lastQueue", names.queues(),
                "number", names.numbers());
    }

    /** Checks a fact that stands alone. */
    void alone(FactCall call) {
        requireQueue(call);
        if (call.fact().kind() != Kind.YES_OR_NO) {
            throw new Refused(call + " alone is neither true nor false; expected == or != and a value");
        }
    }

    /** Checks a fact that is compared with a value, as written. */
    void compared(FactCall call, String operator, String value) {
        requireQueue(call);
        var kind = call.fact().kind();
        if (!kind.admitsOperator(operator)) {
            throw new Refused(call + " " + operator + " would compare letters; expected == or !=,"
                    + " or a fact such as ${body.between('22:00','06:00')} or ${body.olderThan('2h')}");
        }
        if (!kind.admits(operator, value)) {
            throw new Refused(call + " is compared with " + value + "; expected " + kind.expected());
        }
        var names = namesOf.get(call.fact().path());
        if (names != null && value.startsWith("'")) {
            requireName(call + " is never", value.substring(1, value.length() - 1), names);
        }
    }

    private void requireQueue(FactCall call) {
        if (call.fact().values() == FactValues.QUEUE) {
            requireName("no queue is called", call.values().get(0), queues);
        }
    }

    private static void requireName(String start, String name, Known names) {
        if (!names.mayBe(name)) {
            throw new Refused(start + " '" + name + "'" + names.hint(name));
        }
    }
}
