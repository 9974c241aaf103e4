package dev.rota.flow.lint;

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
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

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
     * @throws IOException when {@code application.yaml} of the folder cannot be read; a YAMLException when it is not YAML
     */
    public static EngineProperties of(Path config, Path routes, Map<String, String> variables) throws IOException {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        var folders =
                Map.<String, Object>of("rota.config-dir", config.toString(), "rota.routes-dir", routes.toString());
        sources.addLast(new MapPropertySource("folders", folders));
        sources.addLast(new MapPropertySource("variables", Map.copyOf(variables)));
        var operators = config.resolve(FILE);
        if (Files.exists(operators)) {
            add(environment, new FileSystemResource(operators));
        }
        add(environment, new ClassPathResource(FILE));
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

    private static void add(ConfigurableEnvironment environment, Resource file) throws IOException {
        new YamlPropertySourceLoader()
                .load(file.getDescription(), file)
                .forEach(environment.getPropertySources()::addLast);
    }
}
