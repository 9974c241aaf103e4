package dev.rota.conversation;

/** The orders in which conversations are listed; each ends with the id, so that no two share a place. */
enum Order {
    /** As agents get them: by priority, then who has waited longest. */
    SERVED("priority DESC, waiting_since, id"),
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
            case SERVED ->
                "(c.priority < :cursorPriority OR c.priority = :cursorPriority"
                        + " AND (c.waiting_since, c.id) > (:cursorAt, :cursorId))";
            case RECENT -> "(" + movedAt + ", c.id) < (:cursorAt, :cursorId)";
        };
    }
}
