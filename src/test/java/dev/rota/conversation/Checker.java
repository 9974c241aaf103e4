package dev.rota.conversation;

import dev.rota.assignment.Candidate;
import dev.rota.assignment.Verdict;
import dev.rota.desk.Handout;
import dev.rota.routing.Triage;
import java.util.ArrayList;
import java.util.List;

/** Makes decisions and choices again from nothing but their entries, and complains of whatever is not the same. */
record Checker(Triage rules) {

    List<String> complaints(Entry entry) {
        var complaints = new ArrayList<String>();
        decision(entry, complaints);
        choice(entry, complaints);
        return complaints;
    }

    private void decision(Entry entry, List<String> complaints) {
        var inquiry = entry.inquiry();
        var again = rules.decide(inquiry);
        if (!Entry.inShort(again).equals(entry.text("decision"))) {
            complaints.add("decided " + entry.text("decision") + ", and now " + Entry.inShort(again));
        }
        if (!again.because().equals(entry.because())) {
            complaints.add("the rules that were tried are others now");
        }
        var reading = new Rereading(inquiry.withRequestType(again.requestType()));
        entry.because().stream()
                .filter(rule -> !reading.agrees(rule))
                .forEach(rule -> complaints.add("the inquiry does not say what is recorded of " + rule));
    }

    private static void choice(Entry entry, List<String> complaints) {
        var question = entry.question();
        var again = question.answer();
        if (!Entry.inShort(again).equals(entry.text("outcome"))) {
            complaints.add(entry.text("outcome") + ", and now " + Entry.inShort(again));
        }
        if (!again.because().equals(entry.verdicts())) {
            complaints.add("the candidates' reasons are others now");
        }
        for (var candidate : question.candidates()) {
            var agent = candidate.agent().name();
            var own = entry.verdicts().stream()
                    .filter(verdict -> verdict.agent().equals(agent))
                    .toList();
            if (own.size() != 1 || own.get(0).reason().isBlank() || !fits(own.get(0), candidate)) {
                complaints.add(agent + " has no reason that fits: " + own);
            }
        }
    }

    /** Whoever is away or full is out. */
    private static boolean fits(Verdict verdict, Candidate candidate) {
        return verdict.in() == candidate.hasRoom(Handout.PLAIN);
    }
}
