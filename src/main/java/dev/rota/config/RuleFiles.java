package dev.rota.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of {@code config/} and {@code routes/} that swap as one, read once into memory and named by their content.
 * What a placeholder names is not among them, so no secret is.
 *
 * @param config the folder of the files called {@code config/…}, as problems quote it
 * @param routes the folder of the files called {@code routes/…}, as problems quote it
 * @param all in the order of their names
 * @param problems what could not be read
 */
public record RuleFiles(String config, String routes, List<RuleFile> all, List<Problem> problems) {

    /** What the names of the company's files begin with. */
    public static final String CONFIG = "config/";

    /** What the names of the triage files begin with. */
    public static final String TRIAGE = "routes/triage/";

    /** What the names of the rules' tests begin with. */
    public static final String TESTS = TRIAGE + "tests/";

    /** What the names of the Kamelets begin with. */
    public static final String DOWNSTREAM = "routes/downstream/";

    /** What the names of all route files begin with. */
    public static final String ROUTES = "routes/";

    public RuleFiles {
        all = all.stream().sorted(Comparator.comparing(RuleFile::name)).toList();
        problems = List.copyOf(problems);
    }

    /** Files that were kept; problems quote them by their names. */
    public static RuleFiles of(Collection<RuleFile> kept) {
        return new RuleFiles("config", "routes", List.copyOf(kept), List.of());
    }

    /**
     * The content hash: 12 hex digits, the same for the same names and bytes, wherever the folders lie. Of files of which
     * some cannot be read it is another.
     */
    public String hash() {
        return ContentHash.of(all, problems);
    }

    /** The file of that name. */
    public Optional<RuleFile> find(String name) {
        return all.stream().filter(file -> file.name().equals(name)).findAny();
    }

    /** The same with another file of that name. */
    public RuleFiles with(RuleFile other) {
        var rest = all.stream().filter(file -> !file.name().equals(other.name()));
        return new RuleFiles(
                config, routes, Stream.concat(rest, Stream.of(other)).toList(), problems);
    }

    /** The files whose names begin so. */
    public List<RuleFile> in(String folder) {
        return all.stream().filter(file -> file.name().startsWith(folder)).toList();
    }

    /** What could not be read below a folder. */
    public List<Problem> problemsIn(String folder) {
        var path = path(folder);
        return problems.stream()
                .filter(problem -> (problem.file() + "/").startsWith(path))
                .toList();
    }

    /** How problems quote a file or folder of that name, whether there is one or not. */
    public String path(String name) {
        return name.startsWith(CONFIG)
                ? config + name.substring(CONFIG.length() - 1)
                : routes + name.substring(ROUTES.length() - 1);
    }

    @Override
    public String toString() {
        return "RuleFiles" + all;
    }
}
