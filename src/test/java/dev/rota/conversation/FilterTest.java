package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_page_of_an_impossible_size_is_refused(int limit) {
        assertThatThrownBy(() -> Filter.NONE.withLimit(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is " + limit + "; expected 1 to 200");
    }
}
