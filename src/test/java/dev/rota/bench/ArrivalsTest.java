package dev.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.whatsapp.simulated.SignedWebhook;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long MILLI = 1_000_000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void a_ticket_counts_from_the_instant_of_sending_to_its_first_arrival() {
        arrivals.add("one", 7 * MILLI);
        arrivals.add("one", 9 * MILLI);

        var samples = arrivals.since(List.of(message("one")), new long[] {2 * MILLI});

        assertThat(samples.latency()).isEqualTo(new Figures.Latency(5, 5, 5, 5));
        assertThat(arrivals.again()).isEqualTo(1);
    }

    @Test
    void a_message_without_a_ticket_is_an_error() {
        arrivals.add("one", 7 * MILLI);

        var samples = arrivals.since(List.of(message("one"), message("two")), new long[] {0, 0});

        assertThat(samples.answered()).isEqualTo(1);
        assertThat(samples.errors()).isEqualTo(1);
    }

    private static Webhooks.Message message(String phone) {
        return new Webhooks.Message(phone, "Customer 1", SignedWebhook.sign(new byte[0], "secret"));
    }
}
