package dev.rota.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.whatsapp.simulated.DoorClient;
import dev.rota.whatsapp.simulated.RecordingDoor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrickleTest {

    private final RecordingDoor door = new RecordingDoor();
    private final Later later = new Later();

    @AfterEach
    void close() {
        later.close();
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0  | false | 1
                    60 | false | 1
                    61 | false | 0
                    0  | true  | 0
                    """)
    void a_customer_writes_unless_paused_or_there_is_enough_to_do(long open, boolean paused, int written) {
        var trickle = trickle(open, 7);
        trickle.pause(paused);

        trickle.next();

        assertThat(door.values()).hasSize(written);
    }

    @Test
    void the_same_seed_tells_the_same_story() {
        var one = trickle(0, 7);
        var two = trickle(0, 7);

        IntStream.range(0, 5).forEach(n -> one.next());
        IntStream.range(0, 5).forEach(n -> two.next());

        var said = door.values().stream()
                .map(value -> value.at("/contacts/0/wa_id")
                        + value.at("/messages/0/text").toString())
                .toList();
        assertThat(said.subList(0, 5)).isEqualTo(said.subList(5, 10));
    }

    @Test
    void everybody_in_the_cast_has_something_to_say_in_their_language() {
        var cast = Cast.read();

        assertThat(cast.customers()).hasSize(20).allSatisfy(customer -> {
            assertThat(cast.sayingsOf(customer)).isNotEmpty();
            assertThat(customer.person().waId()).matches("\\d{10,15}");
        });
    }

    private Trickle trickle(long open, long seed) {
        var clock = Clock.systemUTC();
        var network = new MetaNetwork(
                DemoCompany::make,
                new DoorClient(URI.create("http://127.0.0.1:" + door.port() + "/webhooks/whatsapp")),
                clock);
        return new Trickle(
                Cast.read(),
                DemoCompany::make,
                new Phone(network, new Chats(), clock),
                () -> open,
                later,
                new DemoSettings(true, Duration.ZERO, seed));
    }
}
