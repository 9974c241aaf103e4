package dev.rota.conversation;

import dev.rota.inquiry.Durations;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Phrases;
import dev.rota.routing.Because;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule as it was recorded, and says what it is for an inquiry: written apart from what the engine does. */
record Rereading(Inquiry inquiry) {

    private static final Pattern TERM = Pattern.compile("\\$\\{body\\.([\\w.]+)(?:\\(([^)]*)\\))?}(?: (\\S+) (.+))?");

    /** Whether the rule's recorded value is what it should be. */
    boolean agrees(Because rule) {
        return !rule.text().startsWith("${") || rule.value().equals(String.valueOf(holds(rule.text())));
    }

    private boolean holds(String text) {
        if (text.contains(" || ")) {
            return Arrays.stream(text.split(" \\|\\| ")).anyMatch(this::holds);
        }
        return Arrays.stream(text.split(" && ")).allMatch(this::termHolds);
    }

    private boolean termHolds(String text) {
        var term = TERM.matcher(text.strip());
        if (!term.matches()) {
            throw new IllegalArgumentException("the rule '" + text + "' can't be read");
        }
        var fact = String.valueOf(fact(term));
        if (term.group(3) == null) {
            return fact.equals("true");
        }
        return fact.equals(term.group(4).replace("'", "")) == term.group(3).equals("==");
    }

    private @Nullable Object fact(MatchResult term) {
        var values = term.group(2) == null
                ? List.<String>of()
                : Arrays.asList(term.group(2).replace("'", "").split(", ?"));
        return switch (term.group(1)) {
            case "requestType" -> inquiry.requestType();
            case "number" -> inquiry.number();
            case "shift" -> inquiry.shift();
            case "holiday" -> inquiry.holiday();
            case "product" -> inquiry.product();
            case "buttonId" -> inquiry.buttonId();
            case "ad" -> inquiry.ad();
            case "customer.tier" -> inquiry.customer().tier();
            case "history.lastRequestType" -> inquiry.history().lastRequestType();
            case "mentions" -> inquiry.mentions(Phrases.of(values));
            case "olderThan" -> inquiry.olderThan(Durations.parse(values.get(0)));
            default -> throw new IllegalArgumentException("the fact " + term.group(1) + " is not known here");
        };
    }
}
