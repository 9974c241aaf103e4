package dev.rota.desk;

/** What one event changes; handed to the ledger, which commits it together with the event's completion. */
public sealed interface Effects
        permits Turn, Heard.Progress, Heard.Preference, Heard.Notice, Heard.Copy, Heard.Unhandled {

    /** The event that is done when this is committed. */
    Event event();
}
