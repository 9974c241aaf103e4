package dev.rota.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run does.
 *
 * @param warmUp how long the door is under load before anything counts: a JVM compiles what it does often
 * @param time how long each closed loop and each open loop lasts
 * @param connections the numbers of connections of the closed loops, one measurement each
 * @param rates webhooks per second of the open loops, one measurement each
 * @param ticketRate messages per second on their way to a ticket
 * @param deliveries how many tickets become due for a helpdesk at once
 * @param streams how many have the desk open
 * @param open how many conversations are open then
 * @param waiting how many conversations wait while places become free
 * @param freed how many places become free, one after the other
 * @param stored how many events are stored before all is measured again; 0 for not at all
 * @param said how many messages are stored before they are searched; 0 for not at all
 * @param sustained the long load; null for none
 * @param routes the folder of the routes that the engine runs
 */
record Plan(
        Duration warmUp,
        Duration time,
        List<Integer> connections,
        List<Integer> rates,
        int ticketRate,
        int deliveries,
        int streams,
        int open,
        int waiting,
        int freed,
        int stored,
        int said,
        @Nullable Load sustained,
        Path routes) {

    /** Webhooks per second in Meta's mix, and for how long. */
    record Load(int rate, Duration time) {}

    Plan {
        connections = List.copyOf(connections);
        rates = List.copyOf(rates);
    }
}
