package dev.rota.panel;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Availability;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Silence;
import dev.rota.shift.Attendance;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Who is there at an instant, and what they have. */
record FloorPeople(Company company, Map<String, AgentNow> loads, Instant at) {

    AgentNow load(Agent agent) {
        return loads.getOrDefault(agent.name(), AgentNow.IDLE);
    }

    Availability availability(Agent agent) {
        return Availability.of(company.timetable(), agent.name(), load(agent).presence(), at);
    }

    boolean onShift(Agent agent) {
        return company.timetable().attendance(agent.name(), at) instanceof Attendance.OnShift;
    }

    boolean available(Agent agent) {
        return availability(agent).state() == Availability.State.AVAILABLE;
    }

    int onShift(Collection<Agent> agents) {
        return (int) agents.stream().filter(this::onShift).count();
    }

    int available(Collection<Agent> agents) {
        return (int) agents.stream().filter(this::available).count();
    }

    /** How many conversations more those could take who are there. */
    int free(Collection<Agent> agents) {
        return agents.stream().filter(this::available).mapToInt(this::room).sum();
    }

    /** How many conversations more an agent could have. */
    int room(Agent agent) {
        return Math.max(0, agent.capacity() * Silence.WHOLE - load(agent).weight()) / Silence.WHOLE;
    }
}
