package dev.rota.config;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files that operators edit, and reports all problems at once. */
public final class ConfigReader {

    /** What stands in the folder besides the five files read here: Spring's own. */
    private static final String SPRINGS = "application(-.+)?\\.ya?ml";

    private static final List<String> FILES =
            List.of("numbers.yaml", "teams.yaml", "queues.yaml", "shifts.yaml", "downstreams.yaml");

    private final Path folder;
    private final Variables environment;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private final SecretFiles secrets = new SecretFiles();
    private @Nullable Parts read;

    ConfigReader(Path folder, Variables environment) {
        this.folder = folder.normalize();
        this.environment = environment;
    }

    /**
     * Reads a folder.
     *
     * @param environment the value of a variable that a placeholder names, or null
     */
    public static Reading read(Path folder, Variables environment) {
        return new ConfigReader(folder, environment).read();
    }

    Reading read() {
        var parts = new Parts(
                part("numbers.yaml", NumbersFile.class),
                part("teams.yaml", TeamsFile.class),
                part("queues.yaml", QueuesFile.class),
                part("shifts.yaml", ShiftsFile.class),
                part("downstreams.yaml", DownstreamsFile.class));
        NumberChecks.run(parts);
        TeamChecks.run(parts);
        QueueChecks.run(parts);
        ShiftChecks.run(parts);
        DownstreamChecks.run(parts);
        reportStrangers();
        read = parts;
        var company = company(parts);
        problems.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
        return new Reading(company, problems, warnings);
    }

    private <T extends Record> Part<T> part(String name, Class<T> type) {
        var file = folder.resolve(name);
        var source = new Source(file.toString(), problems);
        return new Part<>(source, new NodeReader(source).file(Document.read(file, source), type));
    }

    private void reportStrangers() {
        if (!Files.isDirectory(folder)) {
            return; // every file is reported as missing
        }
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".+\\.ya?ml") && !name.matches(SPRINGS) && !FILES.contains(name))
                    .forEach(name -> problems.add(new Problem(
                            folder.resolve(name).toString(),
                            1,
                            "nothing reads this file" + Nearest.hint(name, FILES))));
        } catch (IOException unreadable) {
            problems.add(new Problem(folder.toString(), 1, "the folder cannot be read: " + unreadable.getMessage()));
        }
    }

    /** Resolves the placeholders in any case, so that warnings stand beside problems. */
    private @Nullable Company company(Parts parts) {
        var placeholders = new Placeholders(folder, environment, secrets);
        var apps = parts.numbers().content().meta(placeholders, warningsOf(parts.numbers()));
        var downstreams = parts.downstreams().content().desks(placeholders, warningsOf(parts.downstreams()));
        var forwards = Forwards.of(parts.numbers(), placeholders, warningsOf(parts.numbers()));
        downstreams.putAll(forwards.downstreams());
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
                parts.shifts().content().timetable());
    }

    /** Whether a file that a placeholder names has a new content. */
    boolean secretsChanged() {
        return secrets.look();
    }

    /** The same company with the secrets of this moment; whatever else its files say since is not looked at. */
    Company withSecrets(Company company) {
        var parts = Objects.requireNonNull(read, "nothing has been read yet");
        var placeholders = new Placeholders(folder, environment, secrets);
        return company.with(
                parts.numbers().content().meta(placeholders, warningsOf(parts.numbers())),
                parts.downstreams().content().desks(placeholders, warningsOf(parts.downstreams())));
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
                    forwards.byNumber().get(name),
                    entry.mode());
        });
    }

    private Source warningsOf(Part<?> part) {
        return new Source(part.source().file(), warnings);
    }
}
