package dev.rota.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rota.config.Asking;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Lookup;
import dev.rota.desk.Lookups;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a CRM answered before, and when it is asked again. */
class CrmAgainTest {

    private static final CircuitBreakerConfig IMPATIENT = CircuitBreakerConfig.custom()
            .slidingWindowSize(3)
            .minimumNumberOfCalls(3)
            .waitDurationInOpenState(Duration.ofMillis(1))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CompletableFuture<Optional<Object>> answer = answered("gold");
    private volatile Duration keep = Duration.ofMinutes(5);

    private final Crm crm = new Crm(
            (question, settings) -> {
                asked.incrementAndGet();
                return answer;
            },
            Runnable::run,
            IMPATIENT,
            nanos::get);

    @Test
    void an_answer_says_how_old_it_is_until_it_is_too_old() {
        assertThat(source()).matches("CRM answered in \\d+ ms");
        answer = answered("silver");
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());

        assertThat(crm.find(turn()).join().facts())
                .singleElement()
                .hasToString("Fact[customer, CRM answered 40 s ago, kept since]")
                .satisfies(fact -> assertThat(fact.ageMs()).isEqualTo(40_000))
                .satisfies(fact -> assertThat(fact.value()).isEqualTo("gold"));
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(crm.find(turn()).join().customer().tier()).isEqualTo("silver");
        assertThat(asked).hasValue(2);
    }

    @Test
    void nothing_is_kept_where_nothing_shall_be_and_no_failure_ever() {
        answer = CompletableFuture.failedFuture(new IOException());
        source();
        answer = answered("gold");
        assertThat(source()).matches("CRM answered in \\d+ ms");
        keep = Duration.ZERO;
        assertThat(source()).matches("CRM answered in \\d+ ms");
        assertThat(source()).matches("CRM answered in \\d+ ms");
        assertThat(asked).hasValue(4);
    }

    @Test
    void after_a_pause_it_is_tried_again_and_asked_as_before_when_it_answers() {
        answer = CompletableFuture.failedFuture(new IOException());
        for (int message = 0; message < 3; message++) {
            source();
        }
        answer = answered("gold");
        keep = Duration.ZERO;

        while (source().equals("CRM not asked: circuit open, default used")) {
            Thread.onSpinWait();
        }
        assertThat(source()).matches("CRM answered in \\d+ ms");
    }

    @Test
    void what_is_no_fault_of_its_own_does_not_make_it_be_left_alone() {
        answer = CompletableFuture.failedFuture(Unusable.notAsked("16 questions are under way"));
        for (int message = 0; message < 5; message++) {
            assertThat(source()).isEqualTo("CRM not asked: 16 questions are under way, default used");
        }
        answer = answered("gold");

        assertThat(source()).matches("CRM answered in \\d+ ms");
    }

    private String source() {
        return crm.find(turn()).join().facts().get(0).source();
    }

    private Rules rules() {
        var lookup = new Lookup("crm-customer-action", Map.of(), Duration.ofSeconds(20), keep, 16);
        return new Rules("test", Asking.company(new Lookups(lookup, null)), inquiry -> {
            throw new AssertionError("nothing is decided here");
        });
    }

    private static CompletableFuture<Optional<Object>> answered(String tier) {
        return CompletableFuture.completedFuture(Optional.of(
                JsonNodeFactory.instance.objectNode().put("id", "551").put("tier", tier)));
    }

    private Turn turn() {
        var event = new Event(1, new UUID(0, 1), "message", 0, "101", Instant.EPOCH, new byte[0]);
        var said = Said.of("wamid.1", new Content.Text("oi"), Instant.EPOCH);
        var identities = List.of(new Identity(Identity.Kind.WA_ID, "551"));
        return Turn.of(rules(), Heard.Message.of(event, identities, Profile.NONE, said), Standing.NEW);
    }
}
