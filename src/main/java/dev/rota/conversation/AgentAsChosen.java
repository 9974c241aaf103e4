package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.rota.desk.Agent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent in the record of a choice: without title, team and ids, which no choice looks at. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AgentAsChosen(String name, int capacity, @Nullable Map<String, Integer> skills) {

    /** Says that an agent is written and read as this record. */
    @JsonSerialize(converter = Written.class)
    @JsonDeserialize(converter = Read.class)
    interface Form {}

    static final class Written extends StdConverter<Agent, AgentAsChosen> {
        @Override
        public AgentAsChosen convert(Agent agent) {
            return new AgentAsChosen(agent.name(), agent.capacity(), agent.skills());
        }
    }

    static final class Read extends StdConverter<AgentAsChosen, Agent> {
        @Override
        public Agent convert(AgentAsChosen agent) {
            var skills = agent.skills == null ? Map.<String, Integer>of() : agent.skills;
            return new Agent(agent.name, agent.name, "", agent.capacity, skills, Map.of());
        }
    }
}
