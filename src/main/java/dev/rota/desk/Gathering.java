package dev.rota.desk;

/** Lets more come together for one commit, where that is worth a wait. */
@FunctionalInterface
public interface Gathering {

    /** Takes what there is at once. */
    Gathering NONE = () -> {};

    /** Waits a moment, or does not. */
    void gather();
}
