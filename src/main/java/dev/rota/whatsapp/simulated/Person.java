package dev.rota.whatsapp.simulated;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Somebody with a telephone, as Meta knows them.
 *
 * @param phone the number as people write it
 * @param name the name in the WhatsApp profile
 */
public record Person(String phone, String name) {

    private static final Map<String, String> COUNTRIES =
            Map.of("55", "BR", "54", "AR", "52", "MX", "351", "PT", "34", "ES", "44", "GB");

    /** The digits of the phone. */
    public String waId() {
        return phone.replaceAll("\\D", "");
    }

    /** A business-scoped user id: always the same for the same phone, and not to be guessed from it by eye. */
    public String userId() {
        var country = COUNTRIES.entrySet().stream()
                .filter(entry -> waId().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("US");
        var hash = new BigInteger(1, SignedWebhook.hmac(waId().getBytes(StandardCharsets.UTF_8), "portfolio"));
        return country + "." + hash.toString().substring(0, 17);
    }

    @Override
    public String toString() {
        return "Person[]";
    }
}
