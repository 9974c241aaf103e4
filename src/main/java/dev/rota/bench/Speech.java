package dev.rota.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts as people write them: few words stand everywhere and most are rare, each about as often as its place in the list
 * says (Zipf's law); in some there is a number that no other has.
 */
final class Speech {

    private static final int VOCABULARY = 100_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 18;
    private static final int WITH_NUMBER = 8;
    private static final int LONGEST_LITTLE = 4;

    /** Flattens the top of the list, as texts do: Mandelbrot's correction. */
    private static final double SHIFT = 2.7;

    /** What people write to a company's support most, in about that order. */
    private static final List<String> OFTEN = List.of(
            "de",
            "o",
            "a",
            "que",
            "não",
            "minha",
            "para",
            "internet",
            "oi",
            "boa",
            "está",
            "meu",
            "com",
            "por",
            "favor",
            "bom",
            "dia",
            "tarde",
            "quero",
            "boleto",
            "preciso",
            "obrigado",
            "sem",
            "caiu",
            "fatura",
            "conta",
            "instalação",
            "plano",
            "sinal",
            "técnico",
            "pagar",
            "segunda",
            "via",
            "fibra",
            "cancelar",
            "ainda",
            "lenta",
            "endereço");

    private static final List<String> SYLLABLES = List.of(
            "ba", "be", "bo", "ca", "co", "cu", "da", "de", "di", "fa", "fe", "ga", "gue", "ja", "jo", "la", "le", "li",
            "lho", "ma", "me", "mi", "na", "ne", "nho", "pa", "pe", "po", "ra", "re", "ri", "sa", "so", "ta", "te",
            "ti", "va", "ve", "vi", "ção");

    private final Random random;
    private final String[] words;
    private final double[] upTo;

    /** The same texts for the same seed. */
    Speech(long seed) {
        this.random = new Random(seed);
        this.words = Stream.concat(
                        OFTEN.stream(), IntStream.iterate(0, n -> n + 1).mapToObj(Speech::invented))
                .limit(VOCABULARY)
                .toArray(String[]::new);
        this.upTo = new double[VOCABULARY];
        var sum = 0.0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += 1 / (rank + 1 + SHIFT);
            upTo[rank] = sum;
        }
    }

    /** Words that stand in many messages, without those by which nothing is found. */
    static List<String> common() {
        return OFTEN.stream()
                .filter(word -> word.length() > LONGEST_LITTLE && !word.equals("minha"))
                .toList();
    }

    /** The word at that place in the order of how often words are. */
    String word(int rank) {
        return words[rank];
    }

    /** A text; the number is one that the caller gives to no other. */
    String text(long number) {
        var length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        var text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            text.append(n == 0 ? "" : " ").append(words[rank()]);
        }
        if (random.nextInt(WITH_NUMBER) == 0) {
            text.append(' ').append(number);
        }
        return text.toString();
    }

    private int rank() {
        var place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        return Math.min(VOCABULARY - 1, place < 0 ? -place - 1 : place);
    }

    /** Words of three syllables; no two are the same. */
    private static String invented(int n) {
        var count = SYLLABLES.size();
        var word = new StringBuilder();
        for (int left = n + count * count; left > 0; left /= count) {
            word.append(SYLLABLES.get(left % count));
        }
        return word.toString();
    }
}
