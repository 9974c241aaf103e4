package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Element;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads of an element where it stands and the few facts that tell it from others. */
final class ElementReader {

    private final Tokens tokens;
    /** The facts of the element under way; one for all of them, since a batch may hold a thousand. */
    private final @Nullable String[] facts = new @Nullable String[Fact.values().length];

    ElementReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The element of a part at the current token. */
    Element read(Part part) throws IOException {
        var start = tokens.start();
        Arrays.fill(facts, null);
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            var fact = part.fact(name);
            if (fact == null) {
                tokens.skip();
            } else {
                facts[fact.ordinal()] = tokens.scalar();
            }
        }
        var called = isCallToCustomer();
        return new Element(
                start,
                tokens.end(),
                is(Fact.ID),
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
        return new Element(start, tokens.end(), null, null, null, null, null, null);
    }

    private boolean isCallToCustomer() {
        var direction = is(Fact.DIRECTION);
        return direction != null && direction.startsWith("BUSINESS");
    }

    private @Nullable String is(Fact fact) {
        return facts[fact.ordinal()];
    }
}
