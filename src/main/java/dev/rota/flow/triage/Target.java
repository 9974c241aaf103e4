package dev.rota.flow.triage;

import dev.rota.routing.Priority;
import org.jspecify.annotations.Nullable;

/** Where a {@code to} leads. */
sealed interface Target {

    String DIRECT = "direct";
    String QUEUE = "queue";
    String REQUEST_TYPE = "request-type";

    /** Its address, in one spelling however it was written. */
    String uri();

    /** Another route. */
    record Route(String id) implements Target {
        @Override
        public String uri() {
            return DIRECT + ":" + id;
        }
    }

    /** What the customer wants, known. */
    record RequestType(String name) implements Target {

        /** The reserved type: what the conversation before was about. */
        static final String SAME_AS_BEFORE = "same-as-before";

        @Override
        public String uri() {
            return REQUEST_TYPE + ":" + name;
        }
    }

    /** The queue, picked. */
    record Queue(String name, Priority priority, @Nullable String skill) implements Target {
        @Override
        public String uri() {
            var uri = QUEUE + ":" + name + "?priority=" + priority.label();
            return skill == null ? uri : uri + "&skill=" + skill;
        }
    }
}
