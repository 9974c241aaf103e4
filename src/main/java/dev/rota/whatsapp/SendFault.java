package dev.rota.whatsapp;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why Meta did not send a message: the closed list of what its error codes ask for.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">error codes</a>
 */
enum SendFault {
    NUMBER_RATE(Remedy.TRY_AGAIN, "the number sends more than Meta lets it", 130429),
    PAIR_RATE(Remedy.PAUSE_FOR_CUSTOMER, "this customer gets more messages than Meta lets through", 131056),
    PASSING(Remedy.TRY_AGAIN, "Meta is not available at the moment", 1, 2, 131000, 131016, 131057),
    CALL_RATE(Remedy.PAUSE, "the app calls Meta more often than it may", 4, 80007),
    WINDOW(Remedy.STOP, "the customer's last message is older than 24 h; only a template can reach them", 131047),
    UNDELIVERABLE(
            Remedy.STOP,
            "it cannot reach the customer: not on WhatsApp, too old an app, or its terms not accepted",
            131026),
    WITHHELD(Remedy.STOP, "Meta withholds it for the customer's sake; not before 24 h have passed", 131049),
    OPTED_OUT(Remedy.STOP, "the customer wants no marketing from this number", 131050),
    EXPERIMENT(Remedy.STOP, "the customer is in an experiment of Meta's and gets no such message", 130472),
    UNSUPPORTED(Remedy.STOP, "Meta does not take this type of message", 131051),
    MEDIA(Remedy.STOP, "Meta could not take the file", 131052, 131053),
    PARAMETER(Remedy.STOP, "Meta refuses a part of the message", 100, 131008, 131009),
    SANDBOX(Remedy.STOP, "a test number reaches listed phones only; add this one in the App Dashboard", 131030),
    USER_ID(Remedy.STOP, "this type of message needs the customer's phone number", 131062),
    TEMPLATE(
            Remedy.STOP,
            "the template is missing, paused or disabled, or has other gaps",
            132000,
            132001,
            132005,
            132007,
            132012,
            132015,
            132016),
    PAYMENT(Remedy.CLOSE, "the account's payment does not work; mend it in Meta's Business settings", 131042),
    LOCKED(Remedy.CLOSE, "Meta has locked the account; see its quality page", 368, 131031, 131048),
    TOKEN(Remedy.CLOSE, "Meta refuses the access token; put a new one in its place", 0, 190),
    PERMISSION(
            Remedy.CLOSE,
            "the access token may not send from this number; give its user the permission"
                    + " whatsapp_business_messaging",
            3,
            10,
            131005),
    UNREGISTERED(Remedy.CLOSE, "the number is not registered at Meta; register it", 133010);

    /** What is to be done about it. */
    enum Remedy {
        /** Nothing was sent; the same message may go through in a while. */
        TRY_AGAIN,
        /** Nothing was sent; this customer is left alone, ever longer. */
        PAUSE_FOR_CUSTOMER,
        /** Nothing was sent; the number is left alone for a while. */
        PAUSE,
        /** The same message never goes through. */
        STOP,
        /** No message goes through until somebody has mended something. */
        CLOSE
    }

    private static final int FIRST_PERMISSION = 200;
    private static final int LAST_PERMISSION = 299;

    private final Remedy remedy;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Integer> codes;

    SendFault(Remedy remedy, String sentence, Integer... codes) {
        this.remedy = remedy;
        this.sentence = sentence;
        this.codes = List.of(codes);
    }

    /** The fault that a code stands for; null for a code that is not on the list. */
    static @Nullable SendFault of(int code) {
        if (code >= FIRST_PERMISSION && code <= LAST_PERMISSION) {
            return PERMISSION;
        }
        return Arrays.stream(values())
                .filter(fault -> fault.codes.contains(code))
                .findAny()
                .orElse(null);
    }

    Remedy remedy() {
        return remedy;
    }

    /** What is wrong, and what mends it. */
    String sentence() {
        return sentence;
    }
}
