package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.downstream.Ask;
import dev.rota.downstream.Counterpart.Creation;
import dev.rota.flow.downstream.Questionnaire;
import dev.rota.flow.yaml.Yaml;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a Kamelet that is asked question by question lists questions that there are, and those that it cannot do without. */
final class QuestionsRule {

    private static final Set<String> LABELS =
            Arrays.stream(Ask.values()).map(Ask::label).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CREATES =
            Arrays.stream(Creation.values()).map(Questionnaire::label).collect(Collectors.toUnmodifiableSet());

    private QuestionsRule() {}

    static void check(Yaml root) {
        var listed = root.text("metadata", "annotations", Questionnaire.ASKS).orElse(null);
        var creates =
                root.text("metadata", "annotations", Questionnaire.CREATES).orElse(null);
        if (listed == null) {
            if (creates != null) {
                root.source()
                        .problem(
                                creates.place(),
                                Questionnaire.CREATES + " means nothing without " + Questionnaire.ASKS);
            }
            return;
        }
        var asks = EnumSet.noneOf(Ask.class);
        for (var label : listed.text().split(",", -1)) {
            Ask.of(label.strip()).ifPresentOrElse(asks::add, () -> root.source()
                    .problem(
                            listed.place(),
                            "nothing asks '" + label.strip() + "'" + Nearest.hint(label.strip(), LABELS)));
        }
        if (!asks.contains(Ask.CREATE)) {
            root.source()
                    .problem(
                            listed.place(),
                            "no ticket can be made without 'create'; expected it in " + Questionnaire.ASKS);
        }
        if (creates == null) {
            return;
        }
        if (!CREATES.contains(creates.text())) {
            root.source()
                    .problem(
                            creates.place(),
                            "'" + creates.text() + "' is no way to create" + Nearest.hint(creates.text(), CREATES));
        } else if (creates.text().equals("bare")
                && !asks.containsAll(EnumSet.of(Ask.FIND, Ask.CHANGE, Ask.SAY, Ask.HISTORY))) {
            root.source()
                    .problem(
                            creates.place(),
                            "a bare ticket may stay so when the next request fails; expected find, change, say and history in "
                                    + Questionnaire.ASKS);
        }
    }
}
