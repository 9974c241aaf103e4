package dev.rota.whatsapp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which WhatsApp Business account each number belongs to, as webhooks tell it. */
final class Accounts {

    /** What Meta's test button sends in place of an account. */
    private static final String NONE = "0";

    private final Map<String, String> seen = new ConcurrentHashMap<>();

    /** A webhook came for a number of that account; either may be empty. */
    void heard(String number, String account) {
        if (!number.isEmpty() && !account.isEmpty() && !account.equals(NONE) && !account.equals(seen.get(number))) {
            seen.put(number, account);
        }
    }

    /** The accounts of the numbers for which something has come to this engine, by the numbers' ids. */
    Map<String, String> seen() {
        return Map.copyOf(seen);
    }
}
