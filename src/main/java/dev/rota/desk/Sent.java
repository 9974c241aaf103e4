package dev.rota.desk;

/** What a downstream is told of a conversation: the words of {@code send} in {@code config/downstreams.yaml}. */
public enum Sent {
    /** Somebody is responsible from now on. */
    ASSIGNED,
    /** Nobody is responsible any more, or it has been opened again. */
    WAITING,
    /** It has another queue. */
    MOVED,
    CLOSED,
    MESSAGES,
    NOTES;

    /** What a step is about. */
    public static Sent of(String step, Status now) {
        return step.equals("moved")
                ? MOVED
                : switch (now) {
                    case IN_PROGRESS -> ASSIGNED;
                    case WAITING -> WAITING;
                    case CLOSED -> CLOSED;
                };
    }
}
