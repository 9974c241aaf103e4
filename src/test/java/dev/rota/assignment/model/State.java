package dev.rota.assignment.model;

import java.util.Arrays;
import java.util.List;

/**
 * Where two conversations, two agents with room for one each, and some commands under way stand between two steps.
 *
 * <p>A step is what the database does at once: hold a row, compare, write and let go. All numbers are in one array, so that
 * a state that was seen before is known again.
 */
final class State {

    static final int NOBODY = -1;
    static final int CAPACITY = 1;

    private static final int EPOCH = 0;
    private static final int OWNER = 2;
    private static final int LOAD = 4;
    private static final int ROW_HELD_BY = 6;
    private static final int AGENT_HELD_BY = 8;
    private static final int STEP = 10;

    private final List<Command> commands;
    private final Mistake mistake;
    private final int[] numbers;

    private State(List<Command> commands, Mistake mistake, int[] numbers) {
        this.commands = commands;
        this.mistake = mistake;
        this.numbers = numbers;
    }

    /** The first conversation has the first agent or nobody; the second has nobody. */
    static State before(List<Command> commands, Mistake mistake, int owner) {
        var numbers = new int[STEP + 3 * commands.size()];
        Arrays.fill(numbers, OWNER, LOAD, NOBODY);
        Arrays.fill(numbers, ROW_HELD_BY, STEP, NOBODY);
        Arrays.fill(numbers, EPOCH, OWNER, 1);
        var state = new State(commands, mistake, numbers);
        if (owner != NOBODY) {
            state.numbers[OWNER] = owner;
            state.numbers[LOAD + owner] = 1;
        }
        return state;
    }

    List<Integer> key() {
        return Arrays.stream(numbers).boxed().toList();
    }

    boolean isDone(int who) {
        return numbers[STEP + who] == Step.values().length;
    }

    /** The state after one more step of a command; the same state when it has to wait for what another holds. */
    State after(int who) {
        var next = new State(commands, mistake, numbers.clone());
        return next.take(who, Step.values()[numbers[STEP + who]]) ? next : this;
    }

    private boolean take(int who, Step step) {
        var command = commands.get(who);
        var moved =
                switch (step) {
                    case LOOK -> look(who, command);
                    case HOLD_ROW -> hold(ROW_HELD_BY + command.conversation(), who);
                    case COMPARE -> compare(who, command);
                    case HOLD_FIRST_AGENT -> holdAgent(who, command, 0);
                    case HOLD_SECOND_AGENT -> holdAgent(who, command, 1);
                    case WRITE -> write(who, command);
                };
        if (moved && !isDone(who)) {
            numbers[STEP + who]++;
        }
        return moved;
    }

    private boolean look(int who, Command command) {
        numbers[looked(who)] = hasRoom(command.agent()) ? 1 : 0;
        return true;
    }

    private boolean hold(int place, int who) {
        if (numbers[place] != NOBODY && numbers[place] != who) {
            return false;
        }
        numbers[place] = who;
        return true;
    }

    private boolean compare(int who, Command command) {
        if (mistake != Mistake.EPOCH_NOT_COMPARED && command.epoch() != numbers[EPOCH + command.conversation()]) {
            letGo(who);
        }
        return true;
    }

    private boolean holdAgent(int who, Command command, int place) {
        var owner = numbers[OWNER + command.conversation()];
        var wanted = mistake == Mistake.AGENTS_HELD_IN_ANY_ORDER
                ? new int[] {command.agent(), owner}
                : new int[] {Math.min(command.agent(), owner), Math.max(command.agent(), owner)};
        return wanted[place] == NOBODY || hold(AGENT_HELD_BY + wanted[place], who);
    }

    private boolean write(int who, Command command) {
        var conversation = command.conversation();
        var owner = numbers[OWNER + conversation];
        var agent = command.agent();
        var room = mistake == Mistake.CAPACITY_CHECKED_TOO_EARLY ? numbers[looked(who)] == 1 : hasRoom(agent);
        if (agent != owner && room) {
            numbers[LOAD + Math.max(owner, 0)] -= owner == NOBODY ? 0 : 1;
            numbers[LOAD + Math.max(agent, 0)] += agent == NOBODY ? 0 : 1;
            numbers[OWNER + conversation] = agent;
            numbers[EPOCH + conversation]++;
            numbers[effect(who)] = 1;
        }
        letGo(who);
        return true;
    }

    private boolean hasRoom(int agent) {
        return agent == NOBODY || numbers[LOAD + agent] < CAPACITY;
    }

    private void letGo(int who) {
        for (var place = ROW_HELD_BY; place < STEP; place++) {
            numbers[place] = numbers[place] == who ? NOBODY : numbers[place];
        }
        numbers[STEP + who] = Step.values().length;
    }

    /** What is broken in what others can see; empty when nothing is. */
    String fault() {
        for (var agent = 0; agent < 2; agent++) {
            var open = (numbers[OWNER] == agent ? 1 : 0) + (numbers[OWNER + 1] == agent ? 1 : 0);
            if (open > CAPACITY || open != numbers[LOAD + agent]) {
                return "agent " + agent + " has " + open + " and counts " + numbers[LOAD + agent];
            }
        }
        for (var one = 0; one < commands.size(); one++) {
            for (var other = 0; other < one; other++) {
                if (isDoneWithEffect(one)
                        && isDoneWithEffect(other)
                        && commands.get(one).conversation()
                                == commands.get(other).conversation()
                        && commands.get(one).epoch() == commands.get(other).epoch()) {
                    return commands.get(one) + " and " + commands.get(other) + " both had their effect";
                }
            }
        }
        return "";
    }

    private boolean isDoneWithEffect(int who) {
        return isDone(who) && numbers[effect(who)] == 1;
    }

    private int looked(int who) {
        return STEP + commands.size() + who;
    }

    private int effect(int who) {
        return STEP + 2 * commands.size() + who;
    }

    /** The steps of a command. */
    private enum Step {
        LOOK,
        HOLD_ROW,
        COMPARE,
        HOLD_FIRST_AGENT,
        HOLD_SECOND_AGENT,
        WRITE
    }
}
