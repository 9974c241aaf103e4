package dev.rota.desk.offence;

import java.time.Instant;
import org.apache.camel.Exchange;

/** Breaks four rules at once: a pure class that knows Camel, reads the time, and is called Helper. */
final class CamelHelper {

    private CamelHelper() {}

    static String stamp(Exchange exchange) {
        return Instant.now() + exchange.getExchangeId();
    }
}
