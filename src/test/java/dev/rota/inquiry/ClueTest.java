package dev.rota.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message and its author give away. */
class ClueTest {

    private static final Content TEXT = new Content.Text("oi");

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "5511987654321,  ,       São Paulo,  area code of the phone",
        "551140001001,   ,       São Paulo,  area code of the phone",
        "5581987654321,  Olinda, Recife,     area code of the phone",
        "558187654321,   ,       Recife,     area code of the phone",
        "+5561999998888, ,       Brasília,   area code of the phone",
        "5520999998888,  Olinda, Olinda,     city of the customer",
        "5520999998888,  ,       ,",
        "525512345678,   ,       Ciudad de México, area code of the phone",
        "5215512345678,  ,       Ciudad de México, area code of the phone",
        "528112345678,   ,       Monterrey,  area code of the phone",
        "529981234567,   ,       Cancún,     area code of the phone",
        "5491123456789,  ,       Buenos Aires, area code of the phone",
        "541123456789,   ,       Buenos Aires, area code of the phone",
        "5492901123456,  ,       Ushuaia,    area code of the phone",
        "5493512345678,  ,       Córdoba,    area code of the phone",
        "351912345678,   Porto,  Porto,      city of the customer",
        "55119876,       ,       ,",
        "55119876543210, ,       ,",
        "BR.123,         Olinda, Olinda,     city of the customer",
        ",               Olinda, Olinda,     city of the customer",
        ",               ,       ,"
    })
    void the_area_is_that_of_the_phone_else_the_city_of_the_customer(
            @Nullable String phone, @Nullable String city, @Nullable String area, @Nullable String source) {
        var clue = Clue.area(new Customer(null, phone, null, city, Map.of()));

        assertThat(clue == null ? null : clue.value()).isEqualTo(area);
        assertThat(clue == null ? null : clue.source()).isEqualTo(source);
    }

    @Test
    void the_product_is_that_of_the_message_else_that_of_the_basket_else_that_of_the_customer() {
        var customer = new Customer(null, null, null, null, Map.of("product", "fibre"));
        var basket = new Content.Order(null, List.of(item("router"), item("cable")), "");
        var empty = new Content.Order(null, List.of(), "");

        assertThat(Clue.product(about("modem", TEXT), customer)).isEqualTo(new Clue("modem", "product of the message"));
        assertThat(Clue.product(about("modem", basket), customer))
                .isEqualTo(new Clue("modem", "product of the message"));
        assertThat(Clue.product(about(null, basket), customer)).isEqualTo(new Clue("router", "product of the message"));
        assertThat(Clue.product(about(null, empty), customer))
                .isEqualTo(new Clue("fibre", "attribute of the customer"));
        assertThat(Clue.product(about(null, TEXT), Customer.UNKNOWN)).isNull();
    }

    @Test
    void what_is_given_away_is_a_fact_with_its_source_and_what_is_not_is_none() {
        var tapped = about(null, new Content.Choice("interactive", "segunda-via", "2ª via"))
                .fromAd("ad-7");
        var customer = new Customer(null, "5581987654321", null, null, Map.of());

        assertThat(Clue.facts(tapped, customer, "pt"))
                .containsExactly(
                        new Fact("area", "Recife", "area code of the phone", 0),
                        new Fact("language", "pt", "words of the message", 0),
                        new Fact("buttonId", "segunda-via", "tap of the customer", 0),
                        new Fact("ad", "ad-7", "tap on the ad", 0));
        assertThat(Clue.facts(about(null, TEXT), Customer.UNKNOWN, null)).isEmpty();
    }

    private static Said about(@Nullable String product, Content content) {
        return new Said("wamid.1", content, Instant.EPOCH, true, null, product, null, false);
    }

    private static Content.Order.Item item(String product) {
        return new Content.Order.Item(product, 1, null, null);
    }
}
