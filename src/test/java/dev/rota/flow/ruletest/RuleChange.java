package dev.rota.flow.ruletest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A slip of the hand in the rules: one condition or one target that is another.
 *
 * @param file the name of the route file
 * @param line its line there, from 1
 */
record RuleChange(String file, int line, String from, String to) {

    private static final Pattern CONDITION = Pattern.compile("expression: \"(.*)\"}}");
    private static final Pattern TERM = Pattern.compile("(\\$\\{body\\.([\\w.]+).*?}) (==|!=) (null|'([^']*)')");
    private static final Pattern PHRASE = Pattern.compile("'[^']*', |, '[^']*'(?=\\))");
    private static final Pattern AGE = Pattern.compile("olderThan\\('(\\d+)h'\\)");
    private static final Pattern TARGET = Pattern.compile("\"(queue|request-type):([\\w-]+)\"");
    private static final Pattern PRIORITY = Pattern.compile("priority: (\\w+)");

    /** All that can be changed in the triage files, in the order of files and lines. */
    static List<RuleChange> all(RuleFiles files, Company company) {
        var changes = new ArrayList<RuleChange>();
        for (var file : files.in(RuleFiles.TRIAGE)) {
            if (file.name().endsWith(".camel.yaml")) {
                var lines = text(file).lines().toList();
                for (int line = 1; line <= lines.size(); line++) {
                    for (var other : others(lines.get(line - 1), company)) {
                        changes.add(new RuleChange(file.name(), line, lines.get(line - 1), other));
                    }
                }
            }
        }
        return changes;
    }

    /** The files with this change. */
    RuleFiles in(RuleFiles files) {
        return RuleFiles.of(files.all().stream()
                .map(each -> each.name().equals(file) ? changed(each) : each)
                .toList());
    }

    private RuleFile changed(RuleFile old) {
        var lines = new ArrayList<>(text(old).lines().toList());
        lines.set(line - 1, to);
        return new RuleFile(old.name(), old.path(), String.join("\n", lines).getBytes(UTF_8));
    }

    private static String text(RuleFile file) {
        return new String(file.bytes(), UTF_8);
    }

    private static List<String> others(String line, Company company) {
        var condition = CONDITION.matcher(line);
        var changed = condition.find()
                ? conditions(condition.group(1), company).map(other -> line.replace(condition.group(1), other))
                : targets(line, company);
        return changed.filter(other -> !other.equals(line)).toList();
    }

    private static Stream<String> conditions(String text, Company company) {
        var others = new ArrayList<String>();
        TERM.matcher(text).results().forEach(term -> {
            var operator = term.group(3).equals("==") ? " != " : " == ";
            others.add(text.replace(term.group(), term.group(1) + operator + term.group(4)));
            for (var value : values(term.group(2), company)) {
                others.add(text.replace(term.group(), term.group(1) + " " + term.group(3) + " '" + value + "'"));
            }
        });
        others.add(text.replaceFirst(" && ", " || ").replace(" && ", " || "));
        others.add(text.replace(" || ", " && "));
        AGE.matcher(text).results().forEach(age -> {
            others.add(text.replace(age.group(), "olderThan('" + (Integer.parseInt(age.group(1)) + 1) + "h')"));
            others.add(text.replace(age.group(), "olderThan('" + (Integer.parseInt(age.group(1)) - 1) + "h')"));
        });
        PHRASE.matcher(text).results().forEach(phrase -> others.add(text.replace(phrase.group(), "")));
        var joint = text.contains(" && ") ? " && " : " || ";
        var terms = Arrays.asList(text.split(Pattern.quote(joint)));
        for (int left = 0; left < terms.size() && terms.size() > 1; left++) {
            var rest = new ArrayList<>(terms);
            rest.remove(left);
            others.add(String.join(joint, rest));
        }
        return others.stream();
    }

    private static Collection<String> values(String fact, Company company) {
        var known = Map.of(
                "requestType", (Collection<String>) company.requestTypes(),
                "history.lastRequestType", company.requestTypes(),
                "number", company.numbers().keySet(),
                "shift", company.timetable().shifts());
        return known.getOrDefault(fact, List.of("another")).stream().sorted().toList();
    }

    private static Stream<String> targets(String line, Company company) {
        var others = new ArrayList<String>();
        TARGET.matcher(line).results().forEach(target -> {
            var names = target.group(1).equals("queue") ? company.queues().keySet() : company.requestTypes();
            names.stream()
                    .sorted()
                    .forEach(name ->
                            others.add(line.replace(target.group(), "\"" + target.group(1) + ":" + name + "\"")));
        });
        PRIORITY.matcher(line).results().forEach(priority -> List.of("low", "normal", "high", "urgent")
                .forEach(other -> others.add(line.replace(priority.group(), "priority: " + other))));
        return others.stream();
    }
}
