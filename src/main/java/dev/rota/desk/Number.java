package dev.rota.desk;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the company's WhatsApp numbers.
 *
 * @param name what routes, tests, the API and the screen call it
 * @param id Meta's {@code phone_number_id}, the key in webhooks and in the database
 * @param display the number as people write it, never a key
 * @param app the Meta app that it belongs to
 * @param calendar the calendar whose shift routing sees
 * @param teams the teams that see its conversations
 * @param cap how many messages Meta lets it send within a span
 * @param forward the downstream that gets a copy of each of its webhooks, or null
 * @param mode whether Rota answers for it
 * @param badge how its conversations are marked on the screen
 */
@SuppressWarnings("JavaLangClash") // the product's word for it
public record Number(
        String name,
        String id,
        String display,
        String app,
        String calendar,
        Set<String> teams,
        Cap cap,
        @Nullable String forward,
        Mode mode,
        Badge badge) {

    /** Whether Rota answers for a number. */
    public enum Mode {
        /** Rota does all that it decides. */
        LIVE,
        /** Rota decides and records; it assigns, delivers and sends nothing. */
        SHADOW
    }

    /**
     * What Meta lets a number send, if nothing else is known: 80 messages a second.
     *
     * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput">throughput</a>
     */
    public static final Cap USUAL = new Cap(80, Duration.ofSeconds(1));

    public Number {
        teams = Set.copyOf(teams);
    }

    /** A number that Rota alone answers for. */
    public Number(String name, String id, String display, String app, String calendar, Set<String> teams) {
        this(name, id, display, app, calendar, teams, USUAL, null, Mode.LIVE, Badge.NONE);
    }

    /** The same with another mark. */
    public Number marked(Badge mark) {
        return new Number(name, id, display, app, calendar, teams, cap, forward, mode, mark);
    }

    /** Whether Rota only records what it would do. */
    public boolean isShadow() {
        return mode == Mode.SHADOW;
    }
}
