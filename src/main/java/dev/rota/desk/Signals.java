package dev.rota.desk;

/** Gives signs to customers, if it can: nobody waits for one, and what can't be given now is not given. */
@FunctionalInterface
public interface Signals {

    void give(Signal signal);
}
