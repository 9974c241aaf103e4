package dev.rota.config;

import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files that operators edit, and reports all problems at once. */
public final class ConfigReader {

    private static final List<String> FILES = List.of(
            "numbers.yaml",
            "teams.yaml",
            "queues.yaml",
            "shifts.yaml",
            "downstreams.yaml",
            "replies.yaml",
            "lookups.yaml");

    private static final String YAML = ".+\\.ya?ml";

    private final RuleFiles files;
    private final Placeholders placeholders;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private ConfigReader(RuleFiles files, Placeholders placeholders) {
        this.files = files;
        this.placeholders = placeholders;
    }

    /**
     * Reads a folder.
     *
     * @param environment the value of a variable that a placeholder names, or null
     */
    public static Reading read(Path folder, Variables environment) {
        return read(RuleFolders.readConfig(folder), Placeholders.of(folder, environment));
    }

    /** Reads files with the secrets of this moment. */
    public static Reading read(RuleFiles files, Placeholders placeholders) {
        return new ConfigReader(files, placeholders).read();
    }

    private Reading read() {
        var parts = new Parts(
                part("numbers.yaml", NumbersFile.class),
                part("teams.yaml", TeamsFile.class),
                part("queues.yaml", QueuesFile.class),
                part("shifts.yaml", ShiftsFile.class),
                part("downstreams.yaml", DownstreamsFile.class),
                optional("replies.yaml", RepliesFile.class),
                optional("lookups.yaml", LookupsFile.class));
        NumberChecks.run(parts);
        TeamChecks.run(parts);
        QueueChecks.run(parts);
        ShiftChecks.run(parts);
        DownstreamChecks.run(parts);
        ReplyChecks.run(parts);
        LookupChecks.run(parts);
        var enclosed = Enclosed.read(files, parts, problems);
        reportStrangers();
        problems.addAll(files.problemsIn(RuleFiles.CONFIG));
        var company = company(parts, enclosed);
        problems.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
        return new Reading(
                company, problems, warnings, Names.of(parts), Adapters.of(parts), new Outlook(parts, company));
    }

    /** A file that a company may do without. */
    private <T extends Record> Part<T> optional(String name, Class<T> type) {
        if (files.find(RuleFiles.CONFIG + name).isPresent()) {
            return part(name, type);
        }
        var source = new Source(files.path(RuleFiles.CONFIG + name), problems);
        return new Part<>(source, new NodeReader(source).file(Document.compose("{}"), type));
    }

    private <T extends Record> Part<T> part(String name, Class<T> type) {
        var source = new Source(files.path(RuleFiles.CONFIG + name), problems);
        var root = Document.read(files.find(RuleFiles.CONFIG + name), source);
        return new Part<>(source, new NodeReader(source).file(root, type));
    }

    private void reportStrangers() {
        for (var file : files.in(RuleFiles.CONFIG)) {
            var name = file.name().substring(RuleFiles.CONFIG.length());
            if (name.matches(YAML) && !FILES.contains(name)) {
                problems.add(new Problem(file.path(), 1, "nothing reads this file" + Nearest.hint(name, FILES)));
            }
        }
    }

    /** Resolves the placeholders in any case, so that warnings stand beside problems. */
    private @Nullable Company company(Parts parts, Enclosed enclosed) {
        var apps = parts.numbers().content().meta(placeholders, warningsOf(parts.numbers()));
        var downstreams = parts.downstreams().content().desks(placeholders, warningsOf(parts.downstreams()));
        var forwards = Forwards.of(parts.numbers(), placeholders, warningsOf(parts.numbers()));
        downstreams.putAll(forwards.downstreams());
        var lookups = parts.lookups().content().desks(placeholders, warningsOf(parts.lookups()));
        if (!problems.isEmpty()) {
            return null;
        }
        var queues = parts.queues().content();
        return new Company(
                apps,
                numbers(parts, forwards),
                parts.teams().content().desks(),
                parts.teams().content().people(),
                queues.desks(),
                new HashSet<>(queues.requestTypes().stream().map(Located::value).toList()),
                queues.fallback().value(),
                downstreams,
                Timetables.of(parts, enclosed),
                parts.replies().content().desk(),
                lookups);
    }

    /** A team sees a number when either of them names the other. */
    private static Map<String, Number> numbers(Parts parts, Forwards forwards) {
        return parts.knownNumbers().map((name, entry) -> {
            Set<String> teams =
                    new HashSet<>(entry.teams().stream().map(Located::value).toList());
            parts.knownTeams().forEach((team, line, value) -> {
                if (value.numbers().stream().anyMatch(number -> number.value().equals(name))) {
                    teams.add(team);
                }
            });
            return new Number(
                    name,
                    entry.id().value(),
                    entry.display(),
                    entry.app().value(),
                    entry.calendar().value(),
                    teams,
                    new Cap(entry.perSecond(), Duration.ofSeconds(1)),
                    forwards.byNumber().get(name),
                    entry.mode(),
                    entry.badge());
        });
    }

    private Source warningsOf(Part<?> part) {
        return new Source(part.source().file(), warnings);
    }
}
