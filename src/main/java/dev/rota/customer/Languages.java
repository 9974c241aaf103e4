package dev.rota.customer;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import dev.rota.inquiry.Inquiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its letters: the same of the same text, and nothing rather than a guess. */
public final class Languages implements Function<String, @Nullable String> {

    /** Below that, Portuguese and Spanish are one as often as not: {@code quero cancelar}, {@code bom dia}. */
    private static final int LEAST_LETTERS = 12;

    private static final int LEAST_WORDS = 3;

    /** So much tells it; a long text would cost more, and the detector would only take samples of it. */
    private static final int ENOUGH = 200;

    private static final double SURE = 0.9;

    /** Links are in no language. */
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S*");

    /** One of {@link Inquiry#LANGUAGES}; null when there are too few words, or they tell no one language. */
    @Override
    public @Nullable String apply(String text) {
        var start = text.substring(0, Math.min(text.length(), 2 * ENOUGH));
        var words = start.contains("://") || start.contains("www.")
                ? LINK.matcher(start).replaceAll(" ")
                : start;
        return isEnough(words) ? detected(words.substring(0, Math.min(words.length(), ENOUGH))) : null;
    }

    private static @Nullable String detected(String words) {
        return Loaded.DETECTOR.getProbabilities(words.toLowerCase(Locale.ROOT)).stream()
                .findFirst()
                .filter(likely -> likely.getProbability() >= SURE)
                .map(DetectedLanguage::getLocale)
                .map(locale -> locale.getLanguage())
                .orElse(null);
    }

    private static boolean isEnough(String text) {
        var letters = 0;
        var words = 0;
        var inside = false;
        for (int at = 0; at < text.length(); at++) {
            var isLetter = Character.isLetter(text.charAt(at));
            letters += isLetter ? 1 : 0;
            words += isLetter && !inside ? 1 : 0;
            inside = isLetter;
        }
        return letters >= LEAST_LETTERS && words >= LEAST_WORDS;
    }

    /** Read when the first text comes: it takes a moment and two megabytes. */
    private static final class Loaded {

        static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try {
                var profiles = new LanguageProfileReader()
                        .read(LanguageDetector.class.getClassLoader(), "languages.shorttext", Inquiry.LANGUAGES);
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(profiles)
                        .shortTextAlgorithm(ENOUGH + 1) // the other one draws lots
                        .prefixFactor(1.5)
                        .suffixFactor(2.0)
                        .minimalConfidence(SURE)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("the profiles of languages are missing", e);
            }
        }
    }
}
