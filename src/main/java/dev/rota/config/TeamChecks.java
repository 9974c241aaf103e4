package dev.rota.config;

/** Whether what {@code teams.yaml} refers to exists. */
final class TeamChecks {

    /** The administrator's login, who stands in no file. */
    private static final String ADMIN = "admin";

    private TeamChecks() {}

    static void run(Parts parts) {
        var source = parts.teams().source();
        var file = parts.teams().content();
        file.teams().forEach((name, line, team) -> {
            var where = "teams." + name;
            team.numbers().forEach(number -> source.mustKnow(where, "number", number, parts.knownNumbers()));
            team.supervisors().forEach(login -> mustBeFree(source, where, login));
        });
        file.agents().forEach((name, line, agent) -> {
            var where = "agents." + name;
            mustBeFree(source, where, new Located<>(name, line));
            source.mustKnow(where, "team", agent.team(), file.teams());
            agent.ids()
                    .forEach((downstream, at, id) -> source.mustKnow(
                            where + ".ids", "downstream", new Located<>(downstream, at), parts.knownDownstreams()));
        });
    }

    private static void mustBeFree(Source source, String where, Located<String> login) {
        if (login.value().equals(ADMIN)) {
            source.problem(login.line(), where + ": the login '" + ADMIN + "' is the administrator's; pick another");
        }
    }
}
