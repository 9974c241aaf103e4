package dev.rota.whatsapp;

import org.jspecify.annotations.Nullable;

/** Meta's products whose webhooks come to the same address; what is not WhatsApp is kept and counted, no more. */
enum Product {
    WHATSAPP("whatsapp_business_account", Kinds.NOTICE),
    MESSENGER("page", Kinds.MESSENGER),
    INSTAGRAM("instagram", Kinds.INSTAGRAM);

    private final String object;
    private final String kind;

    Product(String object, String kind) {
        this.object = object;
        this.kind = kind;
    }

    /** The product that a body's {@code object} names, or null. */
    static @Nullable Product of(@Nullable String object) {
        for (var product : values()) {
            if (product.object.equals(object)) {
                return product;
            }
        }
        return null;
    }

    /** The kind of event that becomes of what has no kind of its own. */
    String kind() {
        return kind;
    }
}
