package dev.rota.panel;

import dev.rota.assignment.AgentNow;
import dev.rota.conversation.Floor;
import dev.rota.conversation.Presences;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.Workload;
import dev.rota.desk.Presence;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the panel alone has of people: who is there, and what they have. */
@Configuration(proxyBeanMethods = false)
class FakeFloor {

    /** One queue of which some are at risk, and an agent of each team who has something. */
    @Bean
    Floor floor(Clock clock) {
        return (scope, today, viewer) -> {
            var since = clock.instant().minusSeconds(725);
            var ana = new Floor.OfAgent(3, 1, since, 4, Duration.ofMinutes(2), Duration.ofMinutes(9), 4);
            return new Floor.Counted(
                    2,
                    new Floor.Oldest(1, since),
                    Map.of("support", new Floor.OfQueue(2, since, 3, 1, 1, 4, 1)),
                    Map.of("ana", ana));
        };
    }

    /** What is declared is remembered, by the agent's name. */
    @Bean
    Declared presences(Clock clock) {
        return new Declared(clock);
    }

    static final class Declared implements Presences {

        final Map<String, Presence> all = new ConcurrentHashMap<>();
        private final Clock clock;

        Declared(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void declare(String agent, Presence.State state, @Nullable Instant until, Viewer by) {
            if (!FakeDesk.COMPANY.agents().containsKey(agent)) {
                throw new Refusal.NotFound("there is no agent '" + agent + "'");
            }
            var now = clock.instant();
            all.put(agent, new Presence(state, now, now.plusSeconds(3600), by.name()));
        }
    }

    @Bean
    Workload workload(Declared presences) {
        return new Workload() {
            @Override
            public Map<String, AgentNow> nowByAgent() {
                return Map.of("ana", new AgentNow(3, 250, null, presences.all.get("ana"), Map.of(), Map.of()));
            }

            @Override
            public Map<String, Backlog> backlogByQueue() {
                return Map.of();
            }
        };
    }
}
