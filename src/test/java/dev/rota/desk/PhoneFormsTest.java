package dev.rota.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFormsTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # Brazil, with the ninth digit and without
                    5511987654321, 551187654321
                    551187654321,  5511987654321
                    553192345678,  5531992345678
                    # Mexico
                    5215512345678, 525512345678
                    525512345678,  5215512345678
                    # Argentina
                    5491123456789, 541123456789
                    541123456789,  5491123456789
                    """)
    void a_number_has_one_other_form(String waId, String other) {
        assertThat(PhoneForms.of(waId)).containsExactly(other);
        assertThat(PhoneForms.of(other)).containsExactly(waId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "55",
                "5511887654321", // thirteen digits, but no 9 behind the area code
                "55119876543210",
                "5225512345678",
                "5411234567890",
                "351912345678",
                "16505551234",
                "+551187654321",
                "55 11 8765-432",
                "BR.551187654321",
                "55118765432１"
            })
    void what_is_no_such_number_has_no_other_form(String waId) {
        assertThat(PhoneForms.of(waId)).isEmpty();
    }
}
