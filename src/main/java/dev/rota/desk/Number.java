package dev.rota.desk;

import java.util.Set;

/**
 * One of the company's WhatsApp numbers.
 *
 * @param name what routes, tests, the API and the screen call it
 * @param id Meta's {@code phone_number_id}, the key in webhooks and in the database
 * @param display the number as people write it, never a key
 * @param app the Meta app that it belongs to
 * @param calendar the calendar whose shift routing sees
 * @param teams the teams that see its conversations
 */
@SuppressWarnings("JavaLangClash") // the product's word for it
public record Number(String name, String id, String display, String app, String calendar, Set<String> teams) {

    public Number {
        teams = Set.copyOf(teams);
    }
}
