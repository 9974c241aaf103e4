package dev.rota.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.customer.ImportReport.Refused;
import dev.rota.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers from a CSV file. */
class ProfileImportTest {

    private static final int LINES = 10_000;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ProfileImport files = new ProfileImport(new Profiles(jdbc, Clock.systemUTC()));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone,name,tier,city,product\n5511987654321,\"Lia, Sol\",gold,São Paulo,fibre\n",
                "\uFEFFphone;name;tier;city;product\r\n+55 (11) 98765-4321;Lia, Sol;gold;São Paulo;fibre\r\n",
                "id\tproduct\tcity\ttier\tname\n\n 5511987654321 \tfibre\tSão Paulo\tgold\tLia, Sol"
            })
    void a_row_is_a_customer_however_a_spreadsheet_wrote_it(String csv) throws IOException {
        assertThat(take(csv)).isEqualTo(new ImportReport(1, 1, 0, 0, 0, List.of(), true));
        assertThat(rows()).containsExactly("5511987654321 Lia, Sol gold São Paulo {\"product\": \"fibre\"} ana");
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_changes_what_it_tells_of() throws IOException {
        take("phone,name,tier,product,debts\n5511900000001,Lia,gold,fibre,2\n5511900000002,Rui,silver,mobile,\n");

        assertThat(take("phone,tier,debts\n5511900000001,gold,2\n5511900000002,silver,\n"))
                .isEqualTo(new ImportReport(2, 0, 0, 2, 0, List.of(), true));
        assertThat(take("phone,tier,debts\n5511900000001,,\n5511900000002,silver,1\n5511900000003,,\n"))
                .isEqualTo(new ImportReport(3, 1, 2, 0, 0, List.of(), true));
        assertThat(rows())
                .containsExactly(
                        "5511900000001 Lia - - {\"product\": \"fibre\"} ana",
                        "5511900000002 Rui silver - {\"debts\": \"1\", \"product\": \"mobile\"} ana",
                        "5511900000003 - - - {} ana");
    }

    @Test
    void a_line_that_can_not_be_kept_is_told_with_its_number_and_without_its_words() throws IOException {
        var report = take("phone,name,tier\n"
                + "12,Secret,gold\n"
                + "5511900000001,\"two\nlines\",gold\n"
                + "5511900000002,Lia\n"
                + "5511900000003,Rui,gold,more\n"
                + "5511900000004,Ana,gold\n"
                + ",Eva,gold\n"
                + "5511900000005," + "x".repeat(201) + ",gold\n");

        assertThat(report)
                .isEqualTo(new ImportReport(
                        7,
                        1,
                        0,
                        0,
                        6,
                        List.of(
                                new Refused(
                                        2,
                                        "id: expected a phone with its country code, in 8 to 15 digits, or an id such"
                                                + " as BR.123"),
                                new Refused(3, "name: expected a text in one line, of 1 to 200 characters, or null"),
                                new Refused(5, "line: 2 cells; expected 3 as in the first line"),
                                new Refused(6, "line: 4 cells; expected 3 as in the first line"),
                                new Refused(
                                        8,
                                        "id: expected a phone with its country code, in 8 to 15 digits, or an id such"
                                                + " as BR.123"),
                                new Refused(9, "name: expected a text in one line, of 1 to 200 characters, or null")),
                        true));
    }

    @Test
    void what_stands_before_a_quote_without_its_end_is_kept_and_the_rest_is_told() throws IOException {
        var report = take("phone,name\n5511900000001,Ana\n5511900000002,\"Lia\n" + "5511900000003,Rui\n".repeat(9_000));

        assertThat(report)
                .isEqualTo(new ImportReport(
                        2,
                        1,
                        0,
                        0,
                        1,
                        List.of(new Refused(
                                3, "is not CSV, perhaps for a quote without its end; nothing behind it was read")),
                        false));
    }

    @Test
    void lines_in_another_encoding_are_refused_and_the_others_are_taken() throws IOException {
        var csv = "phone,name\n5511900000001,João\n5511900000002,Ana\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(files.take(new ByteArrayInputStream(csv), "ana"))
                .isEqualTo(new ImportReport(
                        2,
                        1,
                        0,
                        0,
                        1,
                        List.of(new Refused(2, "line: is not UTF-8; expected a file saved as 'CSV UTF-8'")),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "name,tier\nLia,gold\n", "phone,id\n1,2\n", "phone,tier,tier\n", "phone,a'b\n", "{}"})
    void a_file_without_columns_that_make_sense_is_refused_as_a_whole(String csv) {
        assertThatThrownBy(() -> take(csv)).isInstanceOf(NotAProfile.class);
    }

    @Test
    void many_lines_are_taken_a_batch_at_a_time() throws IOException {
        var csv = IntStream.range(0, LINES)
                .mapToObj(n -> "5511" + (900_000_000 + n % (LINES / 2)) + ",gold\n")
                .collect(Collectors.joining("", "phone,tier\n", ""));

        assertThat(take(csv)).isEqualTo(new ImportReport(LINES, LINES / 2, 0, LINES / 2, 0, List.of(), true));
    }

    private ImportReport take(String csv) throws IOException {
        return files.take(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "ana");
    }

    private List<String> rows() {
        return jdbc.sql(
                        """
                        SELECT concat_ws(' ', id, coalesce(name, '-'), coalesce(tier, '-'), coalesce(city, '-'), attributes,
                            changed_by)
                        FROM customer_profile ORDER BY id
                        """)
                .query(String.class)
                .list();
    }
}
