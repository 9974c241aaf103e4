package dev.rota.config;

import dev.rota.desk.Downstream;
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
            requireNoSecret(name, downstream.with(), source);
        });
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
