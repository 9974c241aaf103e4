package dev.rota.config;

import dev.rota.desk.Downstream;
import dev.rota.desk.Sent;
import java.util.regex.Pattern;

/** Whether {@code downstreams.yaml} keeps its secrets elsewhere. */
final class DownstreamChecks {

    private static final Pattern SECRET = Pattern.compile("secret|token|password", Pattern.CASE_INSENSITIVE);

    private DownstreamChecks() {}

    static void run(Parts parts) {
        var source = parts.downstreams().source();
        parts.knownDownstreams().forEach((name, line, downstream) -> {
            if (name.equals("whatsapp") || name.startsWith(Downstream.WHATSAPP)) {
                source.problem(line, "'" + name + "' is a name under which replies leave; pick another");
            }
            if (name.startsWith(Downstream.FORWARD)) {
                source.problem(line, "'" + name + "' is a name under which webhooks are forwarded; pick another");
            }
            if (name.startsWith(Downstream.LOOKUP)) {
                source.problem(line, "'" + name + "' is a name of those who are asked in lookups.yaml; pick another");
            }
            if (name.startsWith(Downstream.BACK) || name.startsWith(Downstream.POLL)) {
                source.problem(line, "'" + name + "' is a name under which news comes back; pick another");
            }
            if (!downstream.send().contains(Sent.ASSIGNED) && !downstream.unassigned()) {
                source.problem(
                        line,
                        name + ".send: nothing ever begins a ticket; expected assigned among it, or unassigned: true");
            }
            requireNoSecret(name, downstream.with(), source);
            if (downstream.back() != null) {
                back(name + ".back", downstream.back(), source);
            }
        });
    }

    private static void back(String name, Located<BackEntry> back, Source source) {
        var entry = back.value();
        if (entry.secret() == null && entry.every() == null) {
            source.problem(back.line(), name + ": nothing comes back; expected a secret for its calls, or every");
        }
        if (entry.secret() != null && !entry.secret().value().hasPlaceholder()) {
            source.problem(
                    entry.secret().line(),
                    name + ".secret: a secret never stands in the file; expected {{env:NAME}} or {{file:PATH}}");
        }
        requireNoSecret(name, entry.with(), source);
    }

    /** Reports each parameter of a Kamelet that holds a secret in the open. */
    static void requireNoSecret(String name, Named<Template> with, Source source) {
        with.forEach((parameter, at, value) -> {
            if (SECRET.matcher(parameter).find() && !value.hasPlaceholder()) {
                source.problem(
                        at,
                        name + ".with." + parameter
                                + ": a secret never stands in the file; expected {{env:NAME}} or {{file:PATH}}");
            }
        });
    }
}
