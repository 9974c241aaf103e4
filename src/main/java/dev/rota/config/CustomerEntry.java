package dev.rota.config;

import dev.rota.inquiry.Customer;
import dev.rota.routing.Imagined.Lookup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the look-up of a test's customer gives: somebody, or a word. */
sealed interface CustomerEntry {

    Lookup lookup();

    /** Nobody. */
    enum Word implements CustomerEntry {
        UNKNOWN,
        TIMEOUT;

        @Override
        public Lookup lookup() {
            return this == UNKNOWN ? new Lookup.Unknown() : new Lookup.TimedOut();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody. */
    record Known(
            @Key("The customer's name.") @Nullable String name,
            @Key("How important the customer is.") @Nullable String tier,
            @Key("Where the customer lives.") @Nullable String city,
            @Key(value = "Any further column of the look-up.", or = "{}") Named<String> attributes)
            implements CustomerEntry {

        @Override
        public Lookup lookup() {
            return new Lookup.Known(new Customer(name, null, tier, city, attributes.values()));
        }

        @Override
        public String toString() {
            return "Known[tier=" + tier + "]";
        }
    }
}
