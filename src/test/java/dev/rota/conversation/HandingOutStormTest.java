package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.TryAgain;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Customers write, people take, give, move and end, come and go, shifts end, all at the same time and on real rows; what
 * was promised is looked after each time that all of it has come to rest. Everybody has room for two.
 */
class HandingOutStormTest {

    private static final int ROUNDS = 15;
    private static final int AT_ONCE = 4;
    private static final int DEEDS = 5;
    private static final Instant BEFORE_TWO = Instant.parse("2026-11-24T13:30:00-03:00");
    private static final List<String> QUEUES = List.of("support", "support", "sales", "billing", "on-call");

    private final AtomicInteger refused = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void never_two_owners_nobody_has_too_much_and_nothing_is_forgotten(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try (var desk = storming();
                var sampler = new OwnerSampler(desk)) {
            sampler.start();
            for (var round = 0; round < ROUNDS; round++) {
                atOnce(desk, random, pool);
                desk.pass(Duration.ofSeconds(random.nextInt(3600)));
                desk.due.make();
                desk.due.returnKept();
                desk.drainer.drainAll();

                assertThat(Audit.faults(desk))
                        .as("seed %d, round %d", seed, round)
                        .isEmpty();
            }
            assertThat(sampler.stop()).isEmpty();
            assertThat(desk.count(
                            "SELECT count(*) FROM change WHERE what IN ('released', 'moved', 'closed', 'returned')"))
                    .as("something happened")
                    .isGreaterThan(ROUNDS);
            assertThat(refused).as("and some came too late").hasPositiveValue();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void the_audit_would_notice() {
        try (var desk = storming()) {
            IntStream.range(0, 9).forEach(n -> desk.hear("551190000000" + n, "oi", "support"));
            assertThat(Audit.faults(desk)).isEmpty();

            desk.jdbc
                    .sql("UPDATE agent_load SET weight = weight + 100 WHERE agent = 'ana'")
                    .update();
            assertThat(Audit.faults(desk)).containsExactly("agent ana is loaded with 2 and 300, and has 2 and 200");

            desk.jdbc
                    .sql("UPDATE conversation SET owner = 'ana' WHERE owner = 'ivo'")
                    .update();
            assertThat(Audit.faults(desk))
                    .contains("agent ana has 400 hundredths of 200")
                    .anyMatch(fault -> fault.endsWith("is owned by ana, assigned to ivo"))
                    .anyMatch(fault -> fault.startsWith("ivo could have conversation"));

            desk.jdbc.sql("DROP INDEX one_responsible_agent").update();
            desk.jdbc
                    .sql("INSERT INTO assignment SELECT conversation, 1, 'zeca', from_at, NULL, by, why, because"
                            + " FROM assignment LIMIT 1")
                    .update();
            assertThat(Audit.faults(desk)).anyMatch(fault -> fault.endsWith("has 2 responsible agents"));
        }
    }

    private static Desk storming() {
        var desk = new Desk();
        desk.company = withRoomForTwo(desk.company);
        desk.triage = inquiry -> new Decision("support", "support", Priority.NORMAL, null, "set-1", List.of());
        desk.clock.set(BEFORE_TWO);
        desk.due.make();
        return desk;
    }

    private void atOnce(Desk desk, SplittableRandom random, ExecutorService pool) {
        var people = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> random.split())
                .map(own -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, DEEDS).forEach(n -> deed(desk, own)), pool))
                .toList();
        people.forEach(CompletableFuture::join);
    }

    /** Whoever is refused, or was too late, lets it be; anything else that goes wrong is the test's to know. */
    private void deed(Desk desk, SplittableRandom random) {
        try {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> hear(desk, "5511900000" + (100 + random.nextInt(30)), one(QUEUES, random));
                case 4 -> presence(desk, random);
                case 5 -> desk.drainer.drainAll();
                default -> any(desk, random).ifPresent(seen -> command(desk, seen, random));
            }
        } catch (Refusal | TryAgain late) {
            refused.incrementAndGet();
        }
    }

    /** As the lanes do it: a message whose conversation has changed is decided anew. */
    private static void hear(Desk desk, String customer, String queue) {
        var message = desk.message(customer, "oi");
        for (var done = false; !done; ) {
            try {
                desk.commit(desk.turn(message, queue));
                done = true;
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof TryAgain)) {
                    throw e;
                }
            }
        }
    }

    private static void presence(Desk desk, SplittableRandom random) {
        var agent = one(List.copyOf(desk.company.agents().keySet()), random);
        var state = one(List.of(Presence.State.values()), random);
        desk.presences.declare(agent, state, desk.clock.instant().plusSeconds(1 + random.nextInt(3600)), desk.admin());
    }

    private static void command(Desk desk, Seen seen, SplittableRandom random) {
        var agent = one(desk.company.agents().keySet().stream().sorted().toList(), random);
        switch (random.nextInt(6)) {
            case 0 -> desk.commands.claim(seen.id, seen.epoch, desk.agent(agent));
            case 1 -> desk.commands.assign(seen.id, seen.epoch, agent, "it is urgent", desk.admin());
            case 2 -> desk.commands.release(seen.id, seen.epoch, desk.admin());
            case 3 -> desk.commands.move(seen.id, seen.epoch, one(QUEUES, random), desk.admin());
            default -> desk.commands.close(seen.id, seen.epoch, desk.admin());
        }
    }

    private static Optional<Seen> any(Desk desk, SplittableRandom random) {
        return desk.jdbc
                .sql("SELECT id, epoch FROM conversation WHERE status <> 'closed' ORDER BY id OFFSET ? LIMIT 1")
                .param(random.nextInt(20))
                .query((row, n) -> new Seen(row.getLong("id"), row.getInt("epoch")))
                .optional();
    }

    private static Company withRoomForTwo(Company company) {
        var agents = new HashMap<String, Agent>();
        company.agents()
                .forEach((name, agent) ->
                        agents.put(name, new Agent(name, agent.title(), agent.team(), 2, agent.skills(), agent.ids())));
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                agents,
                company.queues(),
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable());
    }

    private static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private record Seen(long id, int epoch) {}
}
