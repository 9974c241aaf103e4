package dev.rota.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one number, as they were last fetched.
 *
 * @param fetchedAt null when they never were: then nothing is known of them, and Meta alone judges
 * @param problem why they could not be fetched again, in a sentence; null when they could
 */
public record TemplateList(@Nullable Instant fetchedAt, @Nullable String problem, List<Template> templates) {

    /** Nothing is known. */
    public static final TemplateList UNKNOWN = new TemplateList(null, null, List.of());

    private static final String NAME = "template.name";
    private static final String LANGUAGE = "template.language";
    private static final String PARAMETERS = "template.parameters";
    private static final int LONGEST_PARAMETER = 1024;

    public TemplateList {
        templates = List.copyOf(templates);
    }

    /** Those that Meta sends, by name and language. */
    public List<Template> approved() {
        return templates.stream().filter(Template::isApproved).toList();
    }

    /** The template of that name and language, whatever its status. */
    public Optional<Template> find(String name, String language) {
        return versions(name).stream().filter(each -> each.isIn(language)).findFirst();
    }

    /** Why Meta would refuse that message; empty when it would take it, and when nothing is known. */
    public Optional<Wording.Fault> fault(Wording.Template message) {
        if (fetchedAt == null) {
            return Optional.empty();
        }
        var versions = versions(message.name());
        if (versions.isEmpty()) {
            return fault(NAME, "there is no template '" + message.name() + "'" + others(message.name()));
        }
        return find(message.name(), message.language())
                .map(template -> fault(template, message.parameters()))
                .orElseGet(() -> fault(
                        LANGUAGE,
                        "template '" + message.name() + "' is not there in '" + message.language() + "'; it is in "
                                + versions.stream().map(Template::language).collect(Collectors.joining(", "))));
    }

    private Optional<Wording.Fault> fault(Template template, List<String> parameters) {
        var it = "template '" + template.name() + "' in " + template.language();
        if (!template.isApproved()) {
            return fault(
                    NAME,
                    it + " is " + template.state() + " at Meta; expected an approved one" + others(template.name()));
        }
        if (template.obstacle() != null) {
            return fault(NAME, it + " " + template.obstacle());
        }
        if (parameters.size() != template.gaps().size()) {
            var gaps = template.gaps().isEmpty()
                    ? "has no gaps"
                    : "has the gaps "
                            + template.gaps().stream().map(Template.Gap::label).collect(Collectors.joining(", "));
            return fault(PARAMETERS, it + " " + gaps + "; these are " + parameters.size() + " parameters");
        }
        return parameters.stream().anyMatch(TemplateList::isUnfit)
                ? fault(
                        PARAMETERS,
                        "each parameter has 1 to " + LONGEST_PARAMETER
                                + " characters, and no line breaks, tabs or more than four spaces in a row")
                : Optional.empty();
    }

    private static boolean isUnfit(String parameter) {
        return parameter.isBlank()
                || parameter.length() > LONGEST_PARAMETER
                || parameter.contains("     ")
                || parameter.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
    }

    private String others(String name) {
        var names = approved().stream()
                .map(Template::name)
                .filter(each -> !each.equals(name))
                .distinct()
                .toList();
        return Spelling.hint(name, names);
    }

    private List<Template> versions(String name) {
        return templates.stream().filter(each -> each.name().equals(name)).toList();
    }

    private static Optional<Wording.Fault> fault(String field, String sentence) {
        return Optional.of(new Wording.Fault(field, sentence));
    }
}
