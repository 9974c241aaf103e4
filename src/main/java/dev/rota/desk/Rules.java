package dev.rota.desk;

import static java.util.stream.Collectors.joining;

import dev.rota.inquiry.RoutingOverride;
import dev.rota.routing.Triage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that decides, as one: what {@code config/} says and the rules of {@code routes/triage/}, from files that were
 * read together. Whoever decides takes it once and asks it for all.
 *
 * @param hash of the content of those files; a decision is recorded with it
 * @param overrides what operations say over the rules for a time, newest first; no file has them
 */
public record Rules(String hash, Company company, Triage triage, List<RoutingOverride> overrides) {

    private static final String AND = "+";

    public Rules {
        overrides = List.copyOf(overrides);
    }

    /** What the files alone say. */
    public Rules(String hash, Company company, Triage triage) {
        this(hash, company, triage, List.of());
    }

    /** Names the files and the overrides: what was decided under another stamp may be decided otherwise now. */
    public String stamp() {
        return stamp(hash, overrides);
    }

    /** The stamp of files and overrides. */
    public static String stamp(String hash, List<RoutingOverride> overrides) {
        return overrides.isEmpty()
                ? hash
                : hash
                        + AND
                        + overrides.stream()
                                .map(override -> Long.toString(override.id()))
                                .collect(joining(AND));
    }

    /** Whether what has that stamp was decided by these files, under whatever overrides. */
    public boolean haveStamped(String stamp) {
        return stamp.equals(hash) || stamp.startsWith(hash + AND);
    }

    /** The overrides that are in force at that time. */
    public List<RoutingOverride> overrides(Instant at) {
        return overrides.isEmpty()
                ? overrides
                : overrides.stream().filter(override -> override.isInForce(at)).toList();
    }

    /** The same with another override, the newest. */
    public Rules with(RoutingOverride newest) {
        return new Rules(
                hash,
                company,
                triage,
                Stream.concat(Stream.of(newest), overrides.stream()).toList());
    }

    /** What the files say, whatever is in force over them. */
    public Rules withoutOverrides() {
        return overrides.isEmpty() ? this : new Rules(hash, company, triage);
    }

    /** Camel asks each body for it, and a turn holds its rules, so it must not go deep. */
    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "Rules[" + stamp() + "]";
    }
}
