package dev.rota.routing;

import dev.rota.inquiry.Inquiry;

/** The contract that a triage route set fulfils: a pure function from inquiry to decision. */
@FunctionalInterface
public interface Triage {

    /** Decides; a rule that fails leads to the fallback queue, with the failure in its because. */
    Decision decide(Inquiry inquiry);
}
