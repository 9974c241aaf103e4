package dev.rota.flow.triage;

import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An inquiry in the making: a text to the support number at noon on a working day, but for what a test says. */
final class Ask {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private Content content = new Content.Text("");
    private String number = "suporte";
    private String hour = "12:00";
    private @Nullable String holiday;
    private @Nullable String ad;
    private @Nullable String tier;
    private @Nullable String lastRequestType;
    private Map<String, String> attributes = Map.of();
    private Duration age = Duration.ofSeconds(2);

    static Ask text(String text) {
        return content(new Content.Text(text));
    }

    static Ask content(Content content) {
        var ask = new Ask();
        ask.content = content;
        return ask;
    }

    Ask number(String name) {
        number = name;
        return this;
    }

    Ask at(String time) {
        hour = time;
        return this;
    }

    Ask holiday(String name) {
        holiday = name;
        return this;
    }

    Ask ad(String id) {
        ad = id;
        return this;
    }

    Ask tier(String name) {
        tier = name;
        return this;
    }

    Ask before(String requestType) {
        lastRequestType = requestType;
        return this;
    }

    Ask attribute(String name, String value) {
        attributes = Map.of(name, value);
        return this;
    }

    Ask age(Duration howOld) {
        age = howOld;
        return this;
    }

    Inquiry inquiry() {
        var at = ZonedDateTime.parse("2026-11-24T" + hour + ":00-03:00").withZoneSameInstant(ZONE);
        var said = Said.of("wamid.X", content, at.toInstant().minus(age)).fromAd(ad);
        return new Inquiry(
                null,
                number,
                shift(at.getHour()),
                holiday,
                Set.of("sales", "support", "on-call"),
                said,
                null,
                null,
                new Customer("Ana", "+5511912345678", tier, null, attributes),
                new History(null, lastRequestType, null, 0, 0),
                List.of(),
                at,
                List.of());
    }

    /** The calendar "plantao" of the example company. */
    private static String shift(int hour) {
        if (hour >= 22 || hour < 6) {
            return "night";
        }
        return hour < 14 ? "morning" : "afternoon";
    }
}
