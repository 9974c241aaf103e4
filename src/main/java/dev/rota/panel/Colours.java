package dev.rota.panel;

import dev.rota.desk.Company;
import java.util.Objects;
import java.util.stream.Collectors;

/** The colours of a company's numbers as a style sheet, with letters on them that everybody can read. */
record Colours(Company company) {

    private static final String PREFIX = "colour-";

    /** On a darker one white is read more easily, on a lighter one black; either has more than 4.5 to 1. */
    private static final double MIDDLE = 0.179;

    private static final double[] SHARES = {0.2126, 0.7152, 0.0722};

    /** The class of a colour. */
    static String style(String colour) {
        return PREFIX + colour;
    }

    /** A rule for each colour; whose it is does not show. */
    String sheet() {
        return company.numbers().values().stream()
                .map(number -> number.badge().colour())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(colour ->
                        ".chip.%s { background: #%s; color: %s; }%n".formatted(style(colour), colour, letters(colour)))
                .collect(Collectors.joining());
    }

    /** The colour of letters on it. */
    static String letters(String colour) {
        return luminance(colour) < MIDDLE ? "#fff" : "#000";
    }

    /**
     * How light it is, from 0 to 1.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">relative luminance</a>
     */
    static double luminance(String colour) {
        var sum = 0.0;
        for (var n = 0; n < SHARES.length; n++) {
            var part = Integer.parseInt(colour.substring(2 * n, 2 * n + 2), 16) / 255.0;
            sum += SHARES[n] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
