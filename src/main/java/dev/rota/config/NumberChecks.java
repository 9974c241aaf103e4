package dev.rota.config;

import java.util.HashMap;

/** Whether what {@code numbers.yaml} refers to exists. */
final class NumberChecks {

    private NumberChecks() {}

    static void run(Parts parts) {
        var source = parts.numbers().source();
        var file = parts.numbers().content();
        var names = new HashMap<String, String>();
        file.numbers().forEach((name, line, number) -> {
            var where = "numbers." + name;
            source.mustKnow(where, "app", number.app(), file.apps());
            source.mustKnow(where, "calendar", number.calendar(), parts.knownCalendars());
            number.teams().forEach(team -> source.mustKnow(where, "team", team, parts.knownTeams()));
            var other = names.putIfAbsent(number.id().value(), name);
            if (other != null) {
                source.problem(
                        number.id().line(),
                        where + ": number '" + other + "' has the same id; each phone_number_id belongs to one number");
            }
        });
    }
}
