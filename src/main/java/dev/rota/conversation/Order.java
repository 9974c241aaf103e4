package dev.rota.conversation;

/** The orders in which conversations are listed; each ends with the id, so that no two share a place. */
enum Order {
    /** As agents get them: who has waited longest, each step of priority being worth some time. */
    SERVED("place, id"),
    /** What was last said or closed first. */
    RECENT("moved_at DESC, id DESC");

    private final String by;

    Order(String by) {
        this.by = by;
    }

    /** What follows ORDER BY. */
    String by() {
        return by;
    }

    /**
     * The condition on {@code conversation c} for what comes after a cursor.
     *
     * @param movedAt what stands for {@code moved_at}
     */
    String after(String movedAt) {
        return switch (this) {
            case SERVED -> "(c.place, c.id) > (timezone('UTC', :cursorAt), :cursorId)";
            case RECENT -> "(" + movedAt + ", c.id) < (:cursorAt, :cursorId)";
        };
    }
}
