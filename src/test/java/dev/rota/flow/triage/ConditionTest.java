package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.Names;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which condition follows from which: what a rule takes that an earlier one has not left to it. */
class ConditionTest {

    private final Dialect dialect = new Dialect(Names.of(Fibranorte.company()));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
        ${body.shift} == 'night' ; ${body.shift} == 'night'
        ${body.shift} != 'night' ; ${body.shift} == 'day'
        ${body.shift} != null ; ${body.shift} == 'day'
        ${body.shift} != 'night' ; ${body.shift} == null
        ${body.shift} == 'day' || ${body.ad} != null ; ${body.ad} == 'x' && ${body.text} == 'y'
        ${body.shift} == 'day' ; ${body.shift} == 'day' && ${body.open('sales')}
        ${body.open('sales')} ; ${body.open('sales')} == true
        ${body.open('sales')} == false ; ${body.open('sales')} != true
        ${body.mentions('a', 'b')} ; ${body.mentions('b')}
        ${body.mentions('a')} == false ; ${body.mentions('a', 'b')} == false
        ${body.olderThan('1h')} ; ${body.olderThan('90m')}
        ${body.history.openTickets} >= 2 ; ${body.history.openTickets} > 1
        ${body.history.openTickets} != 0 ; ${body.history.openTickets} == '3'
        ${body.history.openTickets} != null ; ${body.history.openTickets} < 3
        ${body.customer.attribute('a')} != null ; ${body.customer.attribute('a')} == 'x'
        """)
    void follows(String condition, String from) {
        assertThat(dialect.read(condition).followsFrom(List.of(dialect.read(from))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
        ${body.shift} == 'night' ; ${body.shift} == 'day'
        ${body.shift} == 'night' ; ${body.shift} != 'day'
        ${body.shift} != null ; ${body.shift} != 'day'
        ${body.shift} == 'day' ; ${body.shift} == 'day' || ${body.ad} != null
        ${body.shift} == 'day' && ${body.ad} != null ; ${body.shift} == 'day'
        ${body.open('sales')} ; ${body.open('support')}
        ${body.open('sales')} ; ${body.open('sales')} == false
        ${body.mentions('a')} ; ${body.mentions('a', 'b')}
        ${body.mentions('a', 'b')} == false ; ${body.mentions('a')} == false
        ${body.olderThan('2h')} ; ${body.olderThan('1h')}
        ${body.history.openTickets} > 2 ; ${body.history.openTickets} > 1
        ${body.history.openTickets} != 3 ; ${body.history.openTickets} > 2
        ${body.customer.attribute('a')} == 'x' ; ${body.customer.attribute('b')} == 'x'
        ${body.text} == 'x' ; ${body.ad} == 'x'
        """)
    void does_not_follow(String condition, String from) {
        assertThat(dialect.read(condition).followsFrom(List.of(dialect.read(from))))
                .isFalse();
    }
}
