package dev.rota.whatsapp.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Message ids made as Meta makes them: unique, opaque, and with the customer's phone inside. */
public final class Wamid {

    private static final byte[] BEFORE_DIRECTION = {0x15, 0x02, 0x00};
    private static final byte FROM_CUSTOMER = 0x12;
    private static final byte TO_CUSTOMER = 0x11;

    private Wamid() {}

    /** A fresh id for a message that the customer sends. */
    public static String inbound(Person customer) {
        return fresh(customer, FROM_CUSTOMER);
    }

    /** A fresh id for a message that the customer receives. */
    public static String outbound(Person customer) {
        return fresh(customer, TO_CUSTOMER);
    }

    private static String fresh(Person customer, byte direction) {
        var phone = customer.waId().getBytes(StandardCharsets.US_ASCII);
        var unique = UUID.randomUUID().toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1c, 0x18, (byte) phone.length});
        bytes.writeBytes(phone);
        bytes.writeBytes(BEFORE_DIRECTION);
        bytes.writeBytes(new byte[] {direction, 0x18, (byte) unique.length});
        bytes.writeBytes(unique);
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
