package dev.rota.flow.rules;

/** Says which rules an engine works by. */
@FunctionalInterface
public interface RuleReports {

    /** How it is now. */
    RuleReport now();
}
