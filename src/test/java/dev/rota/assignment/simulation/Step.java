package dev.rota.assignment.simulation;

import dev.rota.assignment.Handed;
import org.jspecify.annotations.Nullable;

/** One step of a conversation, as it is written down. */
record Step(
        Chapter chapter,
        int epoch,
        String what,
        @Nullable String formerOwner,
        @Nullable String owner,
        String by,
        String why,
        Handed.@Nullable Given given) {}
