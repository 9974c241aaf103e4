package dev.rota.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Rota says by itself, as {@code config/replies.yaml} has it.
 *
 * @param language the language for customers whose language is not known
 * @param again how long the same customer is not told the same again
 * @param fresh how old a message may be that is answered by itself; older ones come late after an outage
 * @param all what is said in every queue that has no text of its own
 * @param queues what is said in single queues
 */
public record AutomaticTexts(
        String language,
        Duration again,
        Duration fresh,
        Map<Occasion, Map<String, String>> all,
        Map<String, Map<Occasion, Map<String, String>>> queues) {

    /** Nothing is said. */
    public static final AutomaticTexts NONE =
            new AutomaticTexts("pt", Duration.ofHours(12), Duration.ofMinutes(15), Map.of(), Map.of());

    /** The names that may stand between double braces. */
    public static final List<String> GAPS = List.of("agent", "nextOpening", "protocol", "queue");

    private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private static final DateTimeFormatter PORTUGUESE =
            DateTimeFormatter.ofPattern("EEEE, dd/MM, 'às' HH:mm", Locale.forLanguageTag("pt-BR"));
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("EEEE dd/MM 'a las' HH:mm", Locale.forLanguageTag("es"));
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEEE, d MMMM, 'at' HH:mm", Locale.ENGLISH);

    public AutomaticTexts {
        all = Map.copyOf(all);
        queues = Map.copyOf(queues);
    }

    /** Whether anything is ever said. */
    public boolean isEmpty() {
        return all.isEmpty() && queues.isEmpty();
    }

    /** The text for an occasion in a queue, with its gaps; in the default language where the wanted one is missing. */
    public Optional<String> text(Occasion occasion, String queue, @Nullable String wanted) {
        return Optional.ofNullable(queues.getOrDefault(queue, Map.of()).get(occasion))
                .or(() -> Optional.ofNullable(all.get(occasion)))
                .flatMap(texts ->
                        Optional.ofNullable(wanted).map(texts::get).or(() -> Optional.ofNullable(texts.get(language))));
    }

    /** A text with its gaps filled; one that nothing is known for stays empty. */
    public static String fill(String text, Map<String, String> values) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), "")));
    }

    /** The names between double braces in a text. */
    public static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group(1)).toList();
    }

    /** A day and a time of day as people say it: {@code sábado, 26/12, às 08:00}. */
    public static String words(Instant at, ZoneId zone, String language) {
        var format =
                switch (language) {
                    case "pt" -> PORTUGUESE;
                    case "es" -> SPANISH;
                    default -> ENGLISH;
                };
        return format.format(at.atZone(zone));
    }
}
