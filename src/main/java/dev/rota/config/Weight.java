package dev.rota.config;

import java.math.BigDecimal;

/** A part of a whole, from 0 to 1, to the hundredth. */
record Weight(int hundredths) {

    static final Weight NOTHING = new Weight(0);

    static Weight parse(String text) {
        if (!text.matches("0(\\.\\d{1,2})?|1(\\.0{1,2})?")) {
            throw new IllegalArgumentException();
        }
        return new Weight(new BigDecimal(text).movePointRight(2).intValueExact());
    }
}
