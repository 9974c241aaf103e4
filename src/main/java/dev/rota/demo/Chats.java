package dev.rota.demo;

import dev.rota.whatsapp.simulated.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the simulated phones show: the talk of each customer with each number. */
final class Chats {

    private static final int KEPT = 100;

    /** One bubble; {@code state} says how far it has come. */
    record Line(String wamid, boolean fromCustomer, String text, Instant at, String state) {

        Line in(String next) {
            return new Line(wamid, fromCustomer, text, at, next);
        }

        @Override
        public String toString() {
            return "Line[" + state + "]";
        }
    }

    /** A chat with its newest line. */
    record Recent(String number, Person person, Line last) {}

    private record Key(String number, String waId) {}

    private final Map<Key, List<Line>> lines = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    /** Makes somebody known, under the latest name. */
    synchronized void meet(Person person) {
        people.put(person.waId(), person);
    }

    synchronized void add(String number, Person person, Line line) {
        meet(person);
        var chat = lines.computeIfAbsent(new Key(number, person.waId()), key -> new ArrayList<>());
        chat.add(line);
        if (chat.size() > KEPT) {
            chat.remove(0);
        }
    }

    /** Notes how far a line has come. */
    synchronized void progress(String wamid, String state) {
        for (var chat : lines.values()) {
            chat.replaceAll(line -> line.wamid().equals(wamid) ? line.in(state) : line);
        }
    }

    /** A chat, newest line first. */
    synchronized List<Line> of(String number, String waId) {
        var chat = new ArrayList<>(lines.getOrDefault(new Key(number, waId), List.of()));
        Collections.reverse(chat);
        return chat;
    }

    /** All chats, the latest first. */
    synchronized List<Recent> recent() {
        return lines.entrySet().stream()
                .map(chat -> new Recent(
                        chat.getKey().number(), personOf(chat.getKey().waId()), last(chat.getValue())))
                .sorted(Comparator.comparing((Recent chat) -> chat.last().at()).reversed())
                .toList();
    }

    /** Everybody that the phones know. */
    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    /** Whoever has that business-scoped user id. */
    synchronized Optional<Person> byUserId(String userId) {
        return people.values().stream()
                .filter(person -> person.userId().equals(userId))
                .findAny();
    }

    /** Whoever has that phone, known or not. */
    synchronized Person byPhone(String phone) {
        return personOf(new Person(phone, "").waId());
    }

    private Person personOf(String waId) {
        return people.getOrDefault(waId, new Person("+" + waId, "+" + waId));
    }

    private static Line last(List<Line> chat) {
        return chat.get(chat.size() - 1);
    }
}
