package dev.rota.whatsapp;

/** What the outline of a webhook keeps of an element; each part of a webhook has its own names for them. */
enum Fact {
    ID,
    /** When it was said or happened; not where Meta may tell the same again with another time. */
    TIME,
    /** A message's type, a status's name, a call's step. */
    LABEL,
    /** The customer's WhatsApp id. */
    WA_ID,
    /** The customer's business-scoped id. */
    USER_ID,
    /** The group that a message was said in. */
    GROUP,
    /** The member of a group that a status is about. */
    PARTICIPANT,
    /** Who called; the customer is the other one when the company did. */
    DIRECTION,
    CALLED_WA_ID,
    CALLED_USER_ID
}
