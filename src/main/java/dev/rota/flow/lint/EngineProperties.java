package dev.rota.flow.lint;

import dev.rota.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The properties of an engine, which routes name as {@code {{rota.events}}}. */
public final class EngineProperties {

    private static final String OURS = "rota.";
    private static final String FILE = "application.yaml";

    private final ConfigurableEnvironment environment;

    /** @param environment of an engine that is about to start */
    public EngineProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Those that an engine would have, without starting one.
     *
     * @param variables what the environment says
     * @param problems told when {@code application.yaml} of the folder cannot be read
     */
    static EngineProperties of(Path config, Path routes, Map<String, String> variables, List<Problem> problems) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        var folders =
                Map.<String, Object>of("rota.config-dir", config.toString(), "rota.routes-dir", routes.toString());
        sources.addLast(new MapPropertySource("folders", folders));
        sources.addLast(new MapPropertySource("variables", Map.copyOf(variables)));
        var operators = config.resolve(FILE);
        if (Files.exists(operators)) {
            add(sources, new FileSystemResource(operators), operators, problems);
        }
        add(sources, new ClassPathResource(FILE), Path.of(FILE), problems);
        return new EngineProperties(environment);
    }

    /** The value of a property or variable, with whatever it refers to in place. */
    Optional<String> value(String name) {
        return Optional.ofNullable(environment.getProperty(name));
    }

    /** The names of ours. */
    Set<String> names() {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                List.of(known.getPropertyNames()).stream()
                        .filter(name -> name.startsWith(OURS))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static void add(MutablePropertySources sources, Resource resource, Path file, List<Problem> problems) {
        try {
            new YamlPropertySourceLoader().load(file.toString(), resource).forEach(sources::addLast);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(problem(file, mark == null ? 1 : mark.getLine() + 1, e.getProblem()));
        } catch (YAMLException | IOException e) {
            problems.add(problem(file, 1, String.valueOf(e.getMessage())));
        }
    }

    private static Problem problem(Path file, int line, String reason) {
        return new Problem(file.toString(), line, "this is not YAML: " + reason);
    }
}
