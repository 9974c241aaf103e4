package dev.rota.config;

/** A phone as people write it, with its country's code: {@code +55 11 91234-5678}. */
record Phone(String digits) {

    static final String PATTERN = "\\+?[\\d ()-]{8,24}";

    static final Phone NONE = new Phone("");

    static Phone parse(String text) {
        var digits = text.replaceAll("\\D", "");
        if (!text.matches(PATTERN) || !digits.matches("\\d{8,15}")) {
            throw new IllegalArgumentException();
        }
        return new Phone(digits);
    }
}
