package dev.rota.conversation;

import dev.rota.desk.Rules;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;

/**
 * What the rules say of a conversation when they are asked again, without a new message.
 *
 * @param event of the message that is decided once more
 */
record Ruling(long conversation, long event, Inquiry inquiry, Decision decision) {

    /** Under what it was decided. */
    String stamp() {
        return Rules.stamp(decision.routeSet(), inquiry.overrides());
    }

    Records.Decided record() {
        return new Records.Decided(event, conversation, decision, inquiry);
    }
}
