package dev.rota.search;

import java.util.Set;

/**
 * Articles, prepositions and pronouns of Portuguese, Spanish and English, folded: they stand in almost every message and
 * tell none from another, so nothing is found by them. Words that deny or lack something ({@code não}, {@code sem}) are not
 * among them, since they change what is said.
 */
final class LittleWords {

    private static final Set<String> ALL = Set.of(
            """
            a ao aos as o os um uma uns umas de do da dos das em na nas no nos num numa por pelo pela pelos pelas para pra
            pro com e ou que se me te lhe eu voce meu minha seu sua isso este esta esse essa
            el la los las un unos unas del al y en con lo le les mi su sus es
            an and are at be by for i in is it my of on or that the this to with you your
            """
                    .strip()
                    .split("\\s+"));

    private LittleWords() {}

    static boolean contain(String word) {
        return ALL.contains(word);
    }
}
