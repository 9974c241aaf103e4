package dev.rota.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Measures how soon the first page of a search or a history is there, with a great deal said before. */
final class SearchPart {

    private static final int ROUNDS = 200;

    /** So many don't count: a JVM compiles what it does often. */
    private static final int WARM_UP = 40;

    private static final long SEED = 20_261_126;

    /** Ranks of words that stand in few messages. */
    private static final int RARE = 20_000;

    private static final int SELDOM = 500;

    private final Operator operator;
    private final Chatter chatter;

    SearchPart(Operator operator, Chatter chatter) {
        this.operator = operator;
        this.chatter = chatter;
    }

    /** @param progress is told in a sentence what begins */
    Figures.Searched measure(int messages, Consumer<String> progress) {
        var speech = new Speech(SEED);
        progress.accept("storing " + messages + " messages");
        chatter.store(messages, speech);
        progress.accept("waiting until their words are taken in");
        var left = chatter.awaitTakenIn();
        chatter.settle();
        progress.accept("searching");
        var common = Speech.common();
        return new Figures.Searched(
                messages,
                left,
                searches(n -> speech.word(RARE + n * 300)),
                searches(n -> pick(common, n)),
                searches(n -> pick(common, n) + " " + pick(common, n + 1 + n / common.size() % (common.size() - 1))),
                searches(n -> pick(common, n) + " " + speech.word(SELDOM + n)),
                histories(messages));
    }

    private Figures.Latency searches(IntFunction<String> typed) {
        return time(n -> "/api/search?q=" + URLEncoder.encode(typed.apply(n), StandardCharsets.UTF_8));
    }

    private Figures.Latency histories(int messages) {
        return time(n -> "/api/customers/" + Chatter.customer(messages, n) + "/history");
    }

    private Figures.Latency time(IntFunction<String> path) {
        for (int n = 0; n < WARM_UP; n++) {
            operator.get(path.apply(n));
        }
        var samples = new Samples();
        for (int n = 0; n < ROUNDS; n++) {
            var start = System.nanoTime();
            operator.get(path.apply(n));
            samples.add(System.nanoTime() - start, true);
        }
        return samples.latency();
    }

    private static String pick(List<String> words, int n) {
        return words.get(n % words.size());
    }
}
