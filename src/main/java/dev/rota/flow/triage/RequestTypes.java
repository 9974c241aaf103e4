package dev.rota.flow.triage;

import dev.rota.desk.Company;
import dev.rota.inquiry.Inquiry;
import java.util.Set;

/**
 * What customers of a company may want.
 *
 * @param unknown what is taken when nothing says what they want
 */
record RequestTypes(Set<String> all, String unknown) {

    /** The request type named like the fallback queue stands for what is unknown, else the first by name. */
    static RequestTypes of(Company company) {
        var types = company.requestTypes();
        return new RequestTypes(
                types,
                types.contains(company.fallback())
                        ? company.fallback()
                        : types.stream().sorted().findFirst().orElse(company.fallback()));
    }

    /** The type of that name, or of the conversation before when the name is the reserved one. */
    String named(String name, Inquiry inquiry) {
        if (!name.equals(Target.RequestType.SAME_AS_BEFORE)) {
            return name;
        }
        var before = inquiry.history().lastRequestType();
        return before != null && all.contains(before) ? before : unknown;
    }
}
