package dev.rota.flow.triage;

import static java.util.stream.Collectors.joining;

import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.RoutingOverride;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/** What overrides make of a decision: the newest one that fits says the queue, whatever the rules have said. */
final class OverrideRules {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private OverrideRules() {}

    /**
     * Tries the overrides that the inquiry tells of.
     *
     * @param queues those that there are; an override that is older than the files may name one that has gone
     */
    static Decision over(Decision ofRules, Inquiry inquiry, Set<String> queues) {
        if (inquiry.overrides().isEmpty()) {
            return ofRules;
        }
        var asked = inquiry.withRequestType(ofRules.requestType());
        var zone = inquiry.at().getZone();
        var because = new ArrayList<>(ofRules.because());
        for (var override : inquiry.overrides()) {
            var fits = fits(override, asked);
            because.add(line(override, zone, text(override), fits));
            if (fits.equals("true")) {
                var there = queues.contains(override.queue());
                var to = there ? override.queue() : "nowhere, since there is no such queue now";
                because.add(line(override, zone, Target.QUEUE + ":" + override.queue(), to));
                if (there) {
                    return ofRules.over(because, override);
                }
            }
        }
        return ofRules.over(because, null);
    }

    /** What this engine can't ask for does not fit: engines of two versions may share a database. */
    private static String fits(RoutingOverride override, Inquiry inquiry) {
        try {
            return String.valueOf(override.match().entrySet().stream()
                    .allMatch(wanted -> holds(FactCall.read(wanted.getKey()), wanted.getValue(), inquiry)));
        } catch (Refused e) {
            return e.sentence();
        } catch (RuntimeException e) {
            return "failed with " + e.getClass().getSimpleName(); // whose message may quote the customer
        }
    }

    private static boolean holds(FactCall call, String wanted, Inquiry inquiry) {
        var is = call.fact().reading().with(call.values()).at(inquiry);
        return is != null && wanted.equals(is.toString());
    }

    private static String text(RoutingOverride override) {
        return override.match().entrySet().stream()
                .map(wanted -> "${body." + wanted.getKey() + "} == '" + wanted.getValue() + "'")
                .collect(joining(" && "));
    }

    private static Because line(RoutingOverride override, ZoneId zone, String text, String value) {
        var whose = override.by() + " until " + TIME.format(override.until().atZone(zone)) + ": " + override.reason();
        return new Because(Because.OVERRIDE, Math.toIntExact(override.id()), whose, text, value);
    }
}
