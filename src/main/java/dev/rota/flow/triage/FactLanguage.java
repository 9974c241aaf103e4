package dev.rota.flow.triage;

import dev.rota.inquiry.Inquiry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.NoSuchLanguageException;
import org.apache.camel.Predicate;
import org.apache.camel.spi.Language;
import org.apache.camel.support.ExpressionAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What a route set has in place of Camel's bean language, which Simple asks for every {@code ${body.…}}.
 *
 * <p>It looks at the known facts of an inquiry and at nothing else, so that a rule cannot call a method even where the
 * dialect had a hole; and it does not parse a call again at each message.
 */
final class FactLanguage implements Language {

    /** The name under which Simple asks for it. */
    static final String NAME = "bean";

    /** Simple's arguments: the bean, at {@link #BODY}, and what to call on it, at {@link #CALL}. */
    private static final int BODY = 1;

    private static final int CALL = 2;

    private final Map<String, Glance> calls = new ConcurrentHashMap<>();

    @Override
    public Expression createExpression(@Nullable String ignored, @Nullable Object[] arguments) {
        if (arguments.length <= CALL || !(arguments[BODY] instanceof Inquiry)) {
            throw new NoSuchLanguageException(NAME);
        }
        var call = String.valueOf(arguments[CALL]);
        var known = calls.get(call); // before computeIfAbsent, which may lock
        return known != null ? known : calls.computeIfAbsent(call, Glance::new);
    }

    @Override
    public Expression createExpression(String expression) {
        throw new NoSuchLanguageException(NAME);
    }

    @Override
    public Predicate createPredicate(String expression) {
        throw new NoSuchLanguageException(NAME);
    }

    /** One fact, looked at. */
    private static final class Glance extends ExpressionAdapter {

        private final KnownFact.Look look;

        Glance(String text) {
            var call = FactCall.read(text);
            this.look = call.fact().reading().with(call.values());
        }

        @Override
        public @Nullable Object evaluate(Exchange exchange) {
            return look.at(Objects.requireNonNull(exchange.getIn().getBody(Inquiry.class)));
        }
    }
}
