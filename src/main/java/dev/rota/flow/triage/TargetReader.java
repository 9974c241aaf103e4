package dev.rota.flow.triage;

import dev.rota.config.Known;
import dev.rota.config.Names;
import dev.rota.routing.Priority;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads where a {@code to} leads, and knows the queues, request types and skills there are. */
final class TargetReader {

    private static final String PRIORITY = "priority";
    private static final String SKILL = "skill";

    /** The parameters that a queue takes. */
    static final List<String> PARAMETERS = List.of(PRIORITY, SKILL);

    private static final Pattern PLACEHOLDER = Pattern.compile("[${}]");

    private static final Known PRIORITIES =
            Known.of(Arrays.stream(Priority.values()).map(Priority::label).toList());

    private final Known queues;
    private final Known requestTypes;
    private final Known skills;

    TargetReader(Names names) {
        queues = names.queues();
        requestTypes = names.requestTypes().and(Target.RequestType.SAME_AS_BEFORE);
        skills = names.skills();
    }

    /**
     * Reads an address and the parameters beside it.
     *
     * @throws Refused when it leads nowhere
     */
    Target read(String uri, Map<String, String> beside) {
        if (PLACEHOLDER.matcher(uri + beside.values()).find()) {
            throw new Refused("'" + uri + "' would be taken as it stands, ${ and {{ too; expected plain names");
        }
        var parts = uri.split("\\?", 2);
        var parameters = new HashMap<>(beside);
        if (parts.length > 1) {
            Arrays.stream(parts[1].split("&")).forEach(pair -> add(parameters, pair));
        }
        var scheme = parts[0].split(":", 2);
        if (!parameters.isEmpty() && !scheme[0].equals(Target.QUEUE)) {
            throw new Refused("'" + uri + "' has parameters; only a queue takes them");
        }
        var name = scheme.length > 1 ? scheme[1] : "";
        return switch (scheme[0]) {
            case Target.DIRECT -> new Target.Route(name);
            case Target.REQUEST_TYPE -> new Target.RequestType(known("request type", name, requestTypes));
            case Target.QUEUE -> queue(known("queue", name, queues), parameters);
            default ->
                throw new Refused("'" + uri + "' is out of triage's reach;"
                        + " expected direct:ROUTE, queue:NAME or request-type:NAME");
        };
    }

    private Target queue(String name, Map<String, String> parameters) {
        var skill = parameters.get(SKILL);
        return new Target.Queue(
                name,
                Priority.of(known(PRIORITY, parameters.getOrDefault(PRIORITY, Priority.NORMAL.label()), PRIORITIES)),
                skill == null ? null : known(SKILL, skill, skills));
    }

    private static void add(Map<String, String> parameters, String pair) {
        var parts = pair.split("=", 2);
        if (parts.length < 2 || !PARAMETERS.contains(parts[0])) {
            throw new Refused("'" + pair + "' is no parameter of a queue; expected " + String.join(", ", PARAMETERS));
        }
        if (parameters.putIfAbsent(parts[0], parts[1]) != null) {
            throw new Refused("parameter '" + parts[0] + "' stands twice; expected it once");
        }
    }

    private static String known(String what, String name, Known names) {
        if (!names.mayBe(name)) {
            throw new Refused("no " + what + " is called '" + name + "'" + names.hint(name));
        }
        return name;
    }
}
