package dev.rota.config;

/** How good somebody is at something, from 1 up. */
record Level(int value) {

    static final Level LOWEST = new Level(1);

    static Level parse(String text) {
        var value = Integer.parseInt(text);
        if (value < 1) {
            throw new IllegalArgumentException();
        }
        return new Level(value);
    }
}
