package dev.rota.config;

/**
 * Hours on and off that come round after whole days: {@code 12x36} is every second day, {@code 24x48} every third, {@code
 * 144x24} six days of seven.
 *
 * @param on how many days are worked in a row; a day of which some hours are worked is one
 * @param period how many days there are from one first working day to the next
 */
record CyclePattern(int on, int period) {

    static final String PATTERN = "\\d{1,3}x\\d{1,3}";

    static final CyclePattern DAILY = new CyclePattern(1, 1);

    private static final int DAY = 24;

    static CyclePattern parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException();
        }
        var split = text.indexOf('x');
        var on = Integer.parseInt(text.substring(0, split));
        var hours = on + Integer.parseInt(text.substring(split + 1));
        if (on == 0 || hours % DAY != 0) {
            throw new IllegalArgumentException();
        }
        return new CyclePattern((on + DAY - 1) / DAY, hours / DAY);
    }
}
