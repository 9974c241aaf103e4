package dev.rota.flow.rules;

import dev.rota.config.Problem;
import java.time.Instant;
import java.util.List;

/**
 * What an engine proposed last, because its folders had another content than before.
 *
 * @param rules the hash of their files
 * @param problems why it was refused; none when it came into force
 */
public record Proposal(String engine, String rules, Instant at, List<Problem> problems) {

    public Proposal {
        problems = List.copyOf(problems);
    }
}
