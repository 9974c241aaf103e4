package dev.rota.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the files that swap as one from the folders that people edit. */
public final class RuleFolders {

    private static final Pattern YAML = Pattern.compile(".+\\.ya?ml");

    /** What stands in {@code config/} besides the files that swap: Spring's own, which takes effect at a restart. */
    private static final Pattern SPRINGS = Pattern.compile("application(-.+)?\\.ya?ml");

    /** What {@code shifts.yaml} may name: holidays and a roster. */
    private static final Pattern ENCLOSED = Pattern.compile(".+\\.(ics|csv)");

    /** The queries of look-ups. */
    private static final Pattern QUERIES = Pattern.compile(".+\\.sql");

    static final int LARGEST = 1 << 20;

    private final List<RuleFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RuleFolders() {}

    /** All files that swap, as they are now. */
    public static RuleFiles read(Path config, Path routes) {
        var folders = new RuleFolders();
        folders.config(config);
        folders.routes(routes);
        return folders.found(config, routes);
    }

    /** The files of the company alone, as they are now. */
    public static RuleFiles readConfig(Path config) {
        var folders = new RuleFolders();
        folders.config(config);
        return folders.found(config, Path.of("routes"));
    }

    /** The route files that swap alone, as they are now. */
    public static RuleFiles readRoutes(Path routes) {
        var folders = new RuleFolders();
        folders.routes(routes);
        return folders.found(Path.of("config"), routes);
    }

    /** The files beside them, which take effect when an engine starts. */
    public static RuleFiles readOthers(Path config, Path routes) {
        var folders = new RuleFolders();
        folders.walk(config, RuleFiles.CONFIG, 1, path -> isNamed(SPRINGS, path));
        folders.walk(routes, RuleFiles.ROUTES, 1, RuleFolders::isYaml);
        var queries = routes.resolve("sql");
        if (Files.isDirectory(queries)) {
            folders.walk(queries, RuleFiles.ROUTES + "sql/", 1, path -> isNamed(QUERIES, path));
        }
        return folders.found(config, routes);
    }

    private void config(Path folder) {
        walk(folder, RuleFiles.CONFIG, 1, RuleFolders::isOperators);
    }

    private void routes(Path folder) {
        walk(folder.resolve("triage"), RuleFiles.TRIAGE, Integer.MAX_VALUE, RuleFolders::isYaml);
        var adapters = folder.resolve("downstream");
        if (Files.isDirectory(adapters)) {
            walk(adapters, RuleFiles.DOWNSTREAM, 1, RuleFolders::isYaml);
        }
    }

    private RuleFiles found(Path config, Path routes) {
        return new RuleFiles(shown(config), shown(routes), files, problems);
    }

    private void walk(Path folder, String named, int depth, Predicate<Path> wanted) {
        var shown = shown(folder);
        try {
            var real = folder.toRealPath(); // a link to a folder is not walked into
            try (var paths = Files.walk(real, depth)) {
                for (var path :
                        paths.filter(wanted).filter(Files::isRegularFile).toList()) {
                    var inside = slashed(real.relativize(path));
                    if (!isHidden(inside)) {
                        add(named + inside, shown + "/" + inside, path);
                    }
                }
            }
        } catch (IOException e) {
            problems.add(new Problem(shown, 1, "cannot be read: " + e));
        }
    }

    private void add(String name, String shown, Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            problems.add(new Problem(shown, 1, "has more than " + LARGEST + " bytes; nothing to edit has so many"));
        } else {
            files.add(new RuleFile(name, shown, Files.readAllBytes(path)));
        }
    }

    private static boolean isOperators(Path path) {
        return isNamed(ENCLOSED, path) || (isYaml(path) && !isNamed(SPRINGS, path));
    }

    private static boolean isYaml(Path path) {
        return isNamed(YAML, path);
    }

    private static boolean isNamed(Pattern names, Path path) {
        return names.matcher(path.getFileName().toString()).matches();
    }

    /** Editors keep drafts, and Kubernetes the files behind its links, under names with a dot in front. */
    private static boolean isHidden(String inside) {
        return ("/" + inside).contains("/.");
    }

    private static String shown(Path folder) {
        return slashed(folder.normalize());
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
