package dev.rota.demo;

import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.MetaWebhook;
import dev.rota.whatsapp.simulated.Person;
import java.time.Clock;
import java.time.Duration;

/** Tells the door how far a reply has come, as the customer's phone receives and opens it. */
final class StatusNews {

    private final MetaNetwork network;
    private final Chats chats;
    private final Later later;
    private final Clock clock;

    StatusNews(MetaNetwork network, Chats chats, Later later, Clock clock) {
        this.network = network;
        this.chats = chats;
        this.later = later;
        this.clock = clock;
    }

    /** Lets a reply climb: sent, delivered, read. */
    void climb(Number number, Person customer, String wamid) {
        later.after(Duration.ofMillis(300), () -> tell(number, customer, wamid, "sent"));
        later.after(Duration.ofMillis(900), () -> tell(number, customer, wamid, "delivered"));
        later.after(Duration.ofMillis(2500), () -> tell(number, customer, wamid, "read"));
    }

    private void tell(Number number, Person customer, String wamid, String status) {
        chats.progress(wamid, status);
        network.carry(number, new MetaWebhook(number).status(customer, wamid, clock.instant(), status));
    }
}
