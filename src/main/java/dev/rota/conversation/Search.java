package dev.rota.conversation;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A search for conversations by what a person knows of them: the protocol from its beginning, or the number that it ends
 * with; a part of the customer's name or phone, also one that the customer has left.
 */
record Search(String text) {

    /** The ids of the conversations found; each branch has an index of its own. */
    static final String SQL =
            """
            SELECT id FROM conversation WHERE protocol BETWEEN :protocol AND :protocol || '~'
            UNION SELECT id FROM conversation WHERE split_part(protocol, '-', 2) = :protocolEnd
            UNION SELECT known.id FROM conversation known JOIN (
                SELECT id FROM customer WHERE folded(name) LIKE folded(:name)
                UNION SELECT customer FROM customer_identity WHERE kind IN ('WA_ID', 'PHONE') AND value LIKE :phone
            ) person ON person.id = known.customer""";

    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ().-]*\\d[\\d ().-]*");
    private static final int DIGITS_AT_END = 6;

    /** What no part of a protocol is: the character between its parts. */
    private static final String NO_PROTOCOL = "-";

    static Search of(String q) {
        return new Search(q.strip());
    }

    Map<String, Object> parameters() {
        var literal = SPECIAL.matcher(text).replaceAll("\\\\$0");
        return Map.of(
                "protocol", text, "protocolEnd", protocolEnd(text), "name", "%" + literal + "%", "phone", phone());
    }

    /** The end of a protocol that is typed without the zeros before it; of anything else none. */
    static String protocolEnd(String text) {
        return text.matches("\\d+") ? "0".repeat(Math.max(0, DIGITS_AT_END - text.length())) + text : NO_PROTOCOL;
    }

    /** Phones are stored as digits, and written in many ways; what is no phone finds none. */
    private String phone() {
        return PHONE.matcher(text).matches() ? "%" + text.replaceAll("\\D", "") + "%" : "";
    }
}
