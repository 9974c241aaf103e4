package dev.rota.panel;

import dev.rota.conversation.Summary;
import dev.rota.desk.Company;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What people call those whom the files name, and how much of a customer's phone a list shows. */
record Titles(Company company) {

    private static final int VISIBLE_DIGITS = 4;

    /** The title of an agent, or of who acts where no person does. */
    public String agent(String name) {
        if (name.equals("rota")) {
            return "Rota";
        }
        var agent = company.agents().get(name);
        return agent == null ? name : agent.title();
    }

    /** What marks the conversations of a number; one that has left the files goes by its id. */
    public Chip chip(String name) {
        var number = company.numbers().get(name);
        if (number == null) {
            return new Chip(name, null, null);
        }
        var badge = number.badge();
        var word = name.equalsIgnoreCase(badge.word()) ? null : badge.word();
        return new Chip(name, word, badge.colour() == null ? null : Colours.style(badge.colour()));
    }

    public String queue(String name) {
        var queue = company.queues().get(name);
        return queue == null ? name : queue.title();
    }

    /** The customer's name, else the end of the phone; null when neither is known. */
    static @Nullable String customer(Summary.Customer customer) {
        if (customer.name() != null && !customer.name().isBlank()) {
            return customer.name();
        }
        return masked(customer.phone());
    }

    static @Nullable String masked(@Nullable String phone) {
        if (phone == null || phone.length() <= VISIBLE_DIGITS) {
            return null;
        }
        return "••••" + phone.substring(phone.length() - VISIBLE_DIGITS);
    }

    /** The zone of the number's calendar, in which its customers and agents read a clock. */
    ZoneId zone(String number) {
        var known = company.numbers().get(number);
        return known == null ? ZoneOffset.UTC : company.timetable().zone(known.calendar());
    }
}
