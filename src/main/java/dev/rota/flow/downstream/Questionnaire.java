package dev.rota.flow.downstream;

import dev.rota.config.RuleFile;
import dev.rota.downstream.Ask;
import dev.rota.downstream.Counterpart.Creation;
import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the Kamelet of a helpdesk says that it can be asked.
 *
 * @param creation what creating a ticket does
 */
public record Questionnaire(Set<Ask> answers, Creation creation) {

    /** The annotation that lists the questions. */
    public static final String ASKS = "rota.dev/asks";

    /** The annotation that says what a new ticket holds: {@code whole}, {@code once} or {@code bare}. */
    public static final String CREATES = "rota.dev/creates";

    public Questionnaire {
        answers = Set.copyOf(answers);
    }

    /** That of a Kamelet; absent when it takes commands as a whole. */
    static Optional<Questionnaire> of(RuleFile file) {
        return Yaml.root(new Source(RouteFile.of(file), new ArrayList<>())).flatMap(Questionnaire::of);
    }

    private static Optional<Questionnaire> of(Yaml root) {
        Function<String, Optional<String>> annotation =
                name -> root.text("metadata", "annotations", name).map(Written::text);
        return annotation
                .apply(ASKS)
                .map(asks -> new Questionnaire(
                        asks(asks),
                        annotation.apply(CREATES).map(Questionnaire::creation).orElse(Creation.WHOLE)));
    }

    /** How Kamelets call it. */
    public static String label(Creation creation) {
        return creation.name().toLowerCase(Locale.ROOT);
    }

    private static Creation creation(String label) {
        return Arrays.stream(Creation.values())
                .filter(each -> label(each).equals(label))
                .findAny()
                .orElse(Creation.WHOLE);
    }

    private static Set<Ask> asks(String list) {
        return Arrays.stream(list.split(",", -1))
                .flatMap(label -> Ask.of(label.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ask.class)));
    }
}
