package dev.rota.flow.triage;

import dev.rota.flow.yaml.Place;
import dev.rota.routing.Because;
import dev.rota.routing.Branch;

/**
 * One rule as decisions quote it.
 *
 * @param step the id of its branch, else of its choice, else of its route
 */
record Rule(Place place, String step, String text) {

    /** What it is as a way through a choice. */
    Branch branch() {
        return new Branch(place.file().name(), place.line(), step, text);
    }

    Because gave(String value) {
        return new Because(place.file().name(), place.line(), step, text, value);
    }
}
