package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Element;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of an element where it stands and the few facts that tell it from others. */
final class ElementReader {

    private final Tokens tokens;
    /** The facts of the element under way; one for all of them, since a batch may hold a thousand. */
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);

    ElementReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The element of a part at the current token. */
    Element read(Part part) throws IOException {
        var start = tokens.start();
        facts.clear();
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            var fact = part.fact(name);
            if (fact == null) {
                tokens.skip();
            } else {
                keep(fact, tokens.scalar());
            }
        }
        var called = isCallToCustomer();
        return new Element(
                start,
                tokens.end(),
                is(Fact.ID),
                is(Fact.TIME),
                is(Fact.LABEL),
                is(called ? Fact.CALLED_WA_ID : Fact.WA_ID),
                is(called ? Fact.CALLED_USER_ID : Fact.USER_ID),
                is(Fact.GROUP),
                is(Fact.PARTICIPANT));
    }

    /** Whatever stands at the current token, without a look inside. */
    Element skip() throws IOException {
        var start = tokens.start();
        tokens.skip();
        return new Element(start, tokens.end(), null, null, null, null, null, null, null);
    }

    /** What is told twice counts as it is told last. */
    private void keep(Fact fact, @Nullable String told) {
        if (told == null) {
            facts.remove(fact);
        } else {
            facts.put(fact, told);
        }
    }

    private boolean isCallToCustomer() {
        var direction = is(Fact.DIRECTION);
        return direction != null && direction.startsWith("BUSINESS");
    }

    private @Nullable String is(Fact fact) {
        return facts.get(fact);
    }
}
