package dev.rota.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test of the rules: an imagined message, and what should become of it.
 *
 * @param file where it stands
 * @param line its line there, from 1
 */
public record RuleTest(String name, String file, int line, Imagined given, Expected expected) {

    /**
     * What is expected; what is null is not looked at.
     *
     * @param agent the name of an agent, or {@link #NOBODY}
     * @param never agents who may not be given it
     * @param replyContains words of what Rota says by itself
     */
    public record Expected(
            @Nullable String requestType,
            @Nullable String shift,
            @Nullable String queue,
            @Nullable Priority priority,
            @Nullable String agent,
            List<String> never,
            @Nullable String replyContains) {

        /** The agent of what waits. */
        public static final String NOBODY = "nobody";

        public Expected {
            never = List.copyOf(never);
        }

        /** In what something else came; nothing when all is as expected. */
        public List<Difference> differences(Came came) {
            var differences = new ArrayList<Difference>();
            compare(differences, "requestType", requestType, came.requestType);
            compare(differences, "shift", shift, came.shift);
            compare(differences, "queue", queue, came.queue);
            compare(differences, "priority", priority == null ? null : priority.label(), came.priority.label());
            compare(differences, "agent", agent, came.agent);
            if (never.contains(came.agent)) {
                differences.add(new Difference("never", "anybody but " + came.agent, came.agent));
            }
            if (replyContains != null && !came.reply.contains(replyContains)) {
                differences.add(new Difference(
                        "reply",
                        "one with '" + replyContains + "'",
                        came.reply.isEmpty() ? "none" : "'" + came.reply + "'"));
            }
            return differences;
        }

        private static void compare(List<Difference> differences, String what, @Nullable String expected, String came) {
            if (expected != null && !Objects.equals(expected, came)) {
                differences.add(new Difference(what, expected, came));
            }
        }
    }

    /**
     * What became of it.
     *
     * @param agent the name of an agent, or {@link Expected#NOBODY}
     * @param reply what Rota says by itself; empty when it says nothing
     */
    public record Came(String requestType, String shift, String queue, Priority priority, String agent, String reply) {}

    /** One thing that came otherwise. */
    public record Difference(String what, String expected, String came) {

        @Override
        public String toString() {
            return what + ": expected " + expected + ", came " + came;
        }
    }
}
