package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @EnumSource
    void a_cursor_survives_its_way_through_a_url(Order order) {
        var cursor = new Cursor(order, Instant.parse("2026-11-24T12:00:00.123456Z"), 4_711);

        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(cursor.text(), order)).isEqualTo(cursor);
    }

    @Test
    void a_cursor_of_a_list_in_another_order_is_refused() {
        refuses(new Cursor(Order.RECENT, Instant.EPOCH, 1).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "!!", "SERVED 1 1"})
    void what_is_no_cursor_is_refused(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SERVED", "SERVED 1", "SERVED 1 x", "SERVED 1 1234567890123456789", "OTHER 1 1"})
    void what_only_looks_like_a_cursor_is_refused(String fields) {
        refuses(Base64.getUrlEncoder().encodeToString(fields.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, Order.SERVED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cursor comes from another list; expected 'next' of the page before");
    }
}
