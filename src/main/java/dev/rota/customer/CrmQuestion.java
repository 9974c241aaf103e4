package dev.rota.customer;

import dev.rota.desk.Identity;
import dev.rota.desk.Turn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom a CRM is asked about.
 *
 * @param id the WhatsApp id, which is the phone in digits; for somebody whose phone is hidden the strongest other id
 * @param ids all ids and phones that are the customer's, in all their forms
 */
public record CrmQuestion(String id, Set<String> ids) {

    public CrmQuestion {
        ids = Set.copyOf(ids);
    }

    static CrmQuestion of(Turn turn) {
        var identities = turn.message().identities();
        var ids = new HashSet<>(turn.phones());
        identities.stream().map(Identity::value).forEach(ids::add);
        ids.remove("");
        var phone = turn.waId();
        return new CrmQuestion(phone == null ? identities.get(0).value() : phone, ids);
    }

    /** The id as it may stand in an address. */
    public String encodedId() {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Whether an id that somebody names is one of the customer's, however it is punctuated. */
    boolean isAbout(String named) {
        return ids.contains(named) || ids.contains(named.replaceAll("[+ ().-]", ""));
    }

    /** Without the ids, which are personal. */
    @Override
    public String toString() {
        return "CrmQuestion[]";
    }
}
