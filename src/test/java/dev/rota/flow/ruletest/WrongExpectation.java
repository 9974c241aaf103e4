package dev.rota.flow.ruletest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.routing.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A test file in which one thing is expected that does not come.
 *
 * @param what the key of the expectation
 * @param line where it stands
 */
record WrongExpectation(RuleFile file, String what, int line) {

    private static final Pattern EXPECT = Pattern.compile("expect: \\{.*?}");
    private static final Pattern VALUE =
            Pattern.compile("(requestType|shift|queue|priority|agent): ([\\w-]+)|(never): \\[.*?]");

    /** Every expectation of the files made wrong, one at a time. */
    static List<WrongExpectation> all(RuleFiles files, Company company) {
        var others = Map.of(
                "requestType", (Collection<String>) company.requestTypes(),
                "shift", company.timetable().shifts(),
                "queue", company.queues().keySet(),
                "priority",
                        Arrays.stream(Priority.values()).map(Priority::label).toList(),
                "agent", company.agents().keySet());
        var wrong = new ArrayList<WrongExpectation>();
        for (var file : files.in(RuleFiles.TESTS)) {
            var text = new String(file.bytes(), UTF_8);
            EXPECT.matcher(text)
                    .results()
                    .forEach(expect -> VALUE.matcher(expect.group()).results().forEach(value -> {
                        var never = value.group(3) != null;
                        var other = never
                                ? "never: ["
                                        + String.join(", ", company.agents().keySet()) + "]"
                                : value.group(1) + ": "
                                        + other(others.getOrDefault(value.group(1), List.of()), value.group(2));
                        var start = expect.start() + value.start();
                        var changed = text.substring(0, start) + other + text.substring(expect.start() + value.end());
                        wrong.add(new WrongExpectation(
                                new RuleFile(file.name(), file.path(), changed.getBytes(UTF_8)),
                                never ? value.group(3) : value.group(1),
                                (int) text.substring(0, start).lines().count()));
                    }));
        }
        return wrong;
    }

    RuleFiles in(RuleFiles files) {
        return RuleFiles.of(files.all().stream()
                .map(each -> each.name().equals(file.name()) ? file : each)
                .collect(Collectors.toList()));
    }

    private static String other(Collection<String> names, String name) {
        return names.stream()
                .filter(each -> !each.equals(name))
                .sorted()
                .findFirst()
                .orElseThrow();
    }
}
