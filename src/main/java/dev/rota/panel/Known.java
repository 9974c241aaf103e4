package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Viewer;
import dev.rota.panel.ConversationView.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of the company is of a viewer's teams; all of it for whoever sees all. */
record Known(Company company, Viewer viewer) {

    Set<String> teams() {
        return viewer.role().seesAll() ? company.teams().keySet() : viewer.teams();
    }

    Set<String> queues() {
        return viewer.role().seesAll() ? company.queues().keySet() : company.queuesOf(viewer.teams());
    }

    /** Those whose conversations they see. */
    Stream<Number> numbers() {
        return company.numbers().values().stream()
                .filter(number ->
                        viewer.role().seesAll() || number.teams().stream().anyMatch(viewer.teams()::contains));
    }

    boolean isOwnNumber(String name) {
        return numbers().anyMatch(number -> number.name().equals(name));
    }

    boolean isOwnAgent(String name) {
        var agent = company.agents().get(name);
        return agent != null && (viewer.role().seesAll() || viewer.teams().contains(agent.team()));
    }

    /** Their numbers, to choose from. */
    List<Option> numberOptions() {
        return sorted(numbers().map(number -> new Option(number.name(), number.name())));
    }

    /** Their teams, to choose from. */
    List<Option> teamOptions() {
        return sorted(teams().stream().map(company.teams()::get).map(team -> new Option(team.name(), team.title())));
    }

    private static List<Option> sorted(Stream<Option> options) {
        return options.sorted(Comparator.comparing(Option::title)).toList();
    }
}
