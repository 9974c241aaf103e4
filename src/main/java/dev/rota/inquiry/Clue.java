package dev.rota.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a message or its author gives away without being asked.
 *
 * @param source what gave it away, as a fact says it
 */
public record Clue(String value, String source) {

    /** The product that the message is about, else the customer's. */
    static @Nullable Clue product(Said said, Customer customer) {
        var product = product(said);
        return product != null
                ? new Clue(product, "product of the message")
                : of(customer.attribute("product"), "attribute of the customer");
    }

    /** A message about a product names it; an order is about the first product in the basket. */
    private static @Nullable String product(Said said) {
        if (said.product() == null && said.content() instanceof Content.Order order) {
            return order.items().isEmpty() ? null : order.items().get(0).product();
        }
        return said.product();
    }

    /** The city that the phone's area code is known by, else the customer's. */
    static @Nullable Clue area(Customer customer) {
        var area = AreaCodes.cityOf(customer.phone());
        return area != null ? new Clue(area, "area code of the phone") : of(customer.city(), "city of the customer");
    }

    /** The id of the button or list row that was tapped. */
    static @Nullable Clue buttonId(Said said) {
        return said.content() instanceof Content.Choice choice ? new Clue(choice.id(), "tap of the customer") : null;
    }

    /** The id of the ad that the customer came from. */
    static @Nullable Clue ad(Said said) {
        return of(said.ad(), "tap on the ad");
    }

    /**
     * What a message and its author do give away, as facts.
     *
     * @param language of the words, null when it can't be told
     */
    public static List<Fact> facts(Said said, Customer customer, @Nullable String language) {
        return Stream.of(
                        fact("product", product(said, customer)),
                        fact("area", area(customer)),
                        fact("language", of(language, "words of the message")),
                        fact("buttonId", buttonId(said)),
                        fact("ad", ad(said)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The value of a clue; null without one. */
    static @Nullable String valueOf(@Nullable Clue clue) {
        return clue == null ? null : clue.value;
    }

    private static @Nullable Clue of(@Nullable String value, String source) {
        return value == null ? null : new Clue(value, source);
    }

    private static Optional<Fact> fact(String name, @Nullable Clue clue) {
        return Optional.ofNullable(clue).map(found -> new Fact(name, found.value, found.source, 0));
    }

    @Override
    public String toString() {
        return "Clue[" + source + "]";
    }
}
