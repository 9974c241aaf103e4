package dev.rota.conversation;

import dev.rota.assignment.Outcome;
import dev.rota.assignment.Question;
import dev.rota.assignment.Verdict;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One decision and one choice as the ledger stores them: columns of text. */
record Entry(Map<String, String> columns) {

    static Entry of(Inquiry inquiry, Decision decision, Question question, Outcome outcome) {
        return new Entry(Map.of(
                "inquiry", Json.of(inquiry),
                "decision", inShort(decision),
                "because", Json.of(decision.because()),
                "question", Json.of(question),
                "outcome", inShort(outcome),
                "verdicts", Json.of(outcome.because())));
    }

    static String inShort(Decision decision) {
        return String.join(
                " ",
                decision.requestType(),
                decision.queue(),
                decision.priority().label(),
                String.valueOf(decision.skill()),
                decision.routeSet());
    }

    static String inShort(Outcome outcome) {
        return outcome instanceof Outcome.Assigned assigned
                ? "assigned " + assigned.agent()
                : "waits: " + ((Outcome.Waits) outcome).reason();
    }

    Inquiry inquiry() {
        return Json.read(text("inquiry"), Inquiry.class);
    }

    List<Because> because() {
        return List.of(Json.read(text("because"), Because[].class));
    }

    Question question() {
        return Json.read(text("question"), Question.class);
    }

    List<Verdict> verdicts() {
        return List.of(Json.read(text("verdicts"), Verdict[].class));
    }

    String text(String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }

    /** The same with something else in one column. */
    Entry tampered(String column, String pattern, String replacement) {
        var others = new HashMap<>(columns);
        others.put(column, text(column).replaceFirst(pattern, replacement));
        return new Entry(others);
    }
}
