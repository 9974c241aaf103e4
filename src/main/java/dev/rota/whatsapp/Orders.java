package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Content.Order.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads baskets of products, whose numbers come as numbers or as text. */
final class Orders {

    private static final int LONGEST_PRICE = 18;

    private Orders() {}

    /** The basket; null when there is none. */
    static @Nullable Content read(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        var items = new ArrayList<Item>();
        for (var item : node.path("product_items")) {
            var product = Node.text(item, "product_retailer_id");
            items.add(new Item(
                    product == null ? "?" : product,
                    Node.integer(item, "quantity", 1),
                    price(item),
                    Node.word(item, "currency")));
        }
        return new Content.Order(Node.text(node, "catalog_id"), items, Node.textOrEmpty(node, "text"));
    }

    /** Digits and a point, and nothing that would unfold to a number without end, such as 1e999999. */
    private static @Nullable BigDecimal price(JsonNode item) {
        var text = Node.text(item, "item_price");
        if (text == null || text.length() > LONGEST_PRICE || !text.matches("[0-9]+([.][0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
