package dev.rota.config;

import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Occasion;
import dev.rota.inquiry.Inquiry;
import java.util.List;

/** Whether {@code replies.yaml} speaks languages that are told apart, fills gaps that exist, and misses none. */
final class ReplyChecks {

    private static final int LONGEST = 4096;
    private static final List<String> LANGUAGES =
            Inquiry.LANGUAGES.stream().sorted().toList();

    private final Source source;
    private final String language;

    private ReplyChecks(Source source, String language) {
        this.source = source;
        this.language = language;
    }

    static void run(Parts parts) {
        var source = parts.replies().source();
        var file = parts.replies().content();
        var language = file.language();
        if (!LANGUAGES.contains(language.value())) {
            source.problem(language.line(), "language: '" + language.value() + "' is not " + oneOf(language.value()));
            return;
        }
        var checks = new ReplyChecks(source, language.value());
        checks.check("texts", file.texts());
        file.queues().forEach((name, line, texts) -> {
            source.mustKnow("queues." + name, "queue", new Located<>(name, line), parts.knownQueues());
            checks.check("queues." + name, texts);
        });
    }

    private void check(String where, RepliesFile.Texts texts) {
        for (var occasion : Occasion.values()) {
            var words = texts.of(occasion);
            if (words != null) {
                check(where + "." + occasion.label(), words);
            }
        }
    }

    private void check(String where, Named<String> words) {
        words.forEach((spoken, line, text) -> {
            if (!LANGUAGES.contains(spoken)) {
                source.problem(line, where + ": '" + spoken + "' is not " + oneOf(spoken));
            }
            if (text.length() > LONGEST) {
                source.problem(line, where + "." + spoken + ": WhatsApp takes " + LONGEST + " characters at most");
            }
            AutomaticTexts.gaps(text).stream()
                    .filter(gap -> !AutomaticTexts.GAPS.contains(gap))
                    .forEach(gap -> source.problem(
                            line,
                            where + "." + spoken + ": nothing fills {{" + gap + "}}"
                                    + Nearest.hint(gap, AutomaticTexts.GAPS)));
        });
        if (!words.mayKnow(language)) {
            var first = words.names().stream().findFirst().map(words::line).orElse(1);
            source.problem(
                    first,
                    where + ": there is no text in '" + language
                            + "', the language for customers whose language is not known");
        }
    }

    private static String oneOf(String name) {
        return "a language that Rota tells apart" + Nearest.hint(name, LANGUAGES);
    }
}
