package dev.rota.demo;

import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.MetaWebhook;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.Wamid;
import java.time.Clock;

/** What a customer does with a telephone: write, and tap. */
final class Phone {

    private final MetaNetwork network;
    private final Chats chats;
    private final Clock clock;

    Phone(MetaNetwork network, Chats chats, Clock clock) {
        this.network = network;
        this.chats = chats;
        this.clock = clock;
    }

    /** Writes a text to a number. */
    void write(Person customer, Number number, String text) {
        var line = line(customer, text);
        send(customer, number, line, new MetaWebhook(number).text(customer, line.wamid(), line.at(), text));
    }

    /** Taps a button that the number has offered. */
    void tap(Person customer, Number number, String button, String title) {
        var line = line(customer, title);
        send(customer, number, line, new MetaWebhook(number).button(customer, line.wamid(), line.at(), button, title));
    }

    private Chats.Line line(Person customer, String text) {
        return new Chats.Line(Wamid.inbound(customer), true, text, clock.instant(), "on its way");
    }

    private void send(Person customer, Number number, Chats.Line line, byte[] webhook) {
        chats.add(number.name(), customer, line);
        chats.progress(line.wamid(), network.carry(number, webhook));
    }
}
