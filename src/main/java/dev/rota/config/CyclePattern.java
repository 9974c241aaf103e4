package dev.rota.config;

/**
 * Hours on and off that come round after whole days: {@code 12x36} is every second day, {@code 24x48} every third.
 *
 * @param days how many days from one working day to the next
 */
record CyclePattern(int days) {

    static final String PATTERN = "\\d{1,2}x\\d{1,3}";

    static final CyclePattern DAILY = new CyclePattern(1);

    static CyclePattern parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException();
        }
        var split = text.indexOf('x');
        var hours = Integer.parseInt(text.substring(0, split)) + Integer.parseInt(text.substring(split + 1));
        if (hours == 0 || hours % 24 != 0) {
            throw new IllegalArgumentException();
        }
        return new CyclePattern(hours / 24);
    }
}
