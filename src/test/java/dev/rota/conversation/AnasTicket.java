package dev.rota.conversation;

/** A conversation that is Ana's, with the ticket 77 in the helpdesk, which knows all of it. */
final class AnasTicket {

    static final String CUSTOMER = "5511987650001";

    private AnasTicket() {}

    /** The conversation. */
    static long in(Desk desk) {
        desk.hear(CUSTOMER, "caiu a internet", "support");
        var conversation = desk.conversationOf(CUSTOMER);
        var isAnas = desk.state(conversation).contains(" ana ");
        desk.commands.assign(conversation, desk.epoch(conversation), isAnas ? "davi" : "ana", null, desk.admin());
        if (!desk.state(conversation).contains(" ana ")) {
            desk.commands.assign(conversation, desk.epoch(conversation), "ana", null, desk.admin());
        }
        desk.jdbc
                .sql("INSERT INTO ticket (downstream, conversation, ticket_id) VALUES ('helpdesk', ?, '77')")
                .param(conversation)
                .update();
        desk.jdbc.sql("UPDATE delivery SET state = 'done', outcome = 'created'").update();
        desk.told.clear();
        return conversation;
    }
}
