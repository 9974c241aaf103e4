package dev.rota.inquiry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The singular and plural forms of a word in Portuguese, Spanish and English. Which of them the word is in is not known,
 * so each language's rules apply; a form that does not exist is never met. Words are folded as {@link Words} does it.
 *
 * <p>The rules are those of the number step of the RSLP stemmer (Orengo and Huyck, 2001) for Portuguese, of the Real
 * Academia's <i>Ortografía</i> for Spanish, and of Harman's S-stemmer (1991) for English.
 */
public final class Plurals {

    private static final String VOWELS = "aeiou";

    /** Where a plural in {@code -es} adds to the singular; after others its {@code e} belongs to the word. */
    private static final String TAKES_ES = "rnldzsxhyj";

    private static final int LEAST_REST = 2;

    /** An ending and what it becomes: sinal, sinais; mensagem, mensagens; luz, luces; city, cities. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("al", "ais"),
            new Ending("el", "eis"),
            new Ending("ol", "ois"),
            new Ending("ul", "uis"),
            new Ending("il", "is"),
            new Ending("il", "eis"),
            new Ending("m", "ns"),
            new Ending("ao", "oes"),
            new Ending("z", "ces"));

    /** Those in -ão that become -ães; -ãos is regular, and the rest, and all new words, become -ões. */
    private static final Set<String> IN_AES = Set.of(
            "alemao", "cao", "capitao", "catalao", "charlatao", "escrivao", "guardiao", "pao", "sacristao", "tabeliao");

    /** Singulars, or without one, that look like the plural of another word: país is not the plural of pai. */
    private static final Set<String> LOOK_LIKE_PLURALS = Set.of("cais", "dois", "mais", "news", "pais", "seis");

    private Plurals() {}

    /** The word itself, its plurals if it is a singular, and its singulars if it is a plural. */
    public static Set<String> of(String word) {
        var forms = new HashSet<String>();
        forms.add(word);
        if (word.chars().allMatch(Character::isLetter)) {
            addPlurals(word, forms);
            if (!LOOK_LIKE_PLURALS.contains(word)) {
                addSingulars(word, forms);
            }
        }
        return Set.copyOf(forms);
    }

    private static void addPlurals(String word, Set<String> forms) {
        if (isTooShort(word)) {
            return;
        }
        var last = last(word);
        if ("sxz".indexOf(last) < 0) {
            forms.add(word + "s");
        }
        if (TAKES_ES.indexOf(last) >= 0) {
            forms.add(word + "es");
        }
        if (last == 'y') {
            forms.add(without(word, 1) + "ies");
        }
        if (IN_AES.contains(word)) {
            forms.add(without(word, 1) + "es");
        }
        ENDINGS.forEach(ending -> ending.change(ending.singular, ending.plural, word, forms));
    }

    private static void addSingulars(String word, Set<String> forms) {
        if (!word.endsWith("s") || word.endsWith("ss")) {
            return;
        }
        addIfLong(without(word, 1), forms);
        if (word.endsWith("es") && TAKES_ES.indexOf(last(without(word, 2))) >= 0) {
            addIfLong(without(word, 2), forms);
        }
        if (word.endsWith("ies")) {
            addIfLong(without(word, 3) + "y", forms);
        }
        if (word.endsWith("aes") && IN_AES.contains(without(word, 2) + "o")) {
            forms.add(without(word, 2) + "o");
        }
        ENDINGS.forEach(ending -> ending.change(ending.plural, ending.singular, word, forms));
    }

    /** {@code me} is not the singular of mês, but {@code tv} is one of TVs. */
    private static boolean isTooShort(String word) {
        return word.length() < 3 && word.chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    private static void addIfLong(String word, Set<String> forms) {
        if (!isTooShort(word)) {
            forms.add(word);
        }
    }

    private static char last(String word) {
        return word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
    }

    private static String without(String word, int letters) {
        return word.substring(0, Math.max(0, word.length() - letters));
    }

    /** So much must be left that mal does not become mais, nor mil mis. */
    private record Ending(String singular, String plural) {

        void change(String from, String to, String word, Set<String> forms) {
            var rest = word.length() - from.length();
            if (word.endsWith(from) && rest >= least()) {
                forms.add(word.substring(0, rest) + to);
            }
        }

        private int least() {
            return singular.equals("ao") ? 1 : LEAST_REST;
        }
    }
}
