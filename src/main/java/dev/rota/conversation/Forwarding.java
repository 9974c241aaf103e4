package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.Copy;
import dev.rota.desk.Delivery;
import dev.rota.desk.Heard;
import dev.rota.desk.Number;
import dev.rota.desk.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Puts copies of webhooks into the outbox, on their way to the systems that numbers forward to. */
final class Forwarding {

    private final Supplier<Company> company;
    private final Completion completion;
    private final Outgoing outgoing;

    Forwarding(Supplier<Company> company, Completion completion, Outgoing outgoing) {
        this.company = company;
        this.completion = completion;
        this.outgoing = outgoing;
    }

    /** Sends copies on their way; one whose number has stopped to forward since is parked. */
    void send(List<Heard.Copy> copies) {
        var deliveries = new ArrayList<Delivery>();
        for (var copy : copies) {
            var event = copy.event();
            var forward = company.get().numberById(event.number()).map(Number::forward);
            forward.ifPresentOrElse(
                    name -> deliveries.add(
                            new Delivery(name, null, Delivery.Kind.COPY, event.id(), Copy.of(event.body()))),
                    () -> completion.park(event, "its number has no 'forward' in config/numbers.yaml any more"));
        }
        if (!deliveries.isEmpty()) {
            outgoing.add(deliveries);
        }
    }
}
