package dev.rota.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

    @ParameterizedTest
    @MethodSource
    void what_meta_would_refuse_names_the_field_and_the_limit(Wording wording, @Nullable String fault) {
        assertThat(wording.faults().stream().map(one -> one.field() + " " + one.sentence()))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    static Stream<Arguments> what_meta_would_refuse_names_the_field_and_the_limit() {
        return Stream.of(
                Arguments.of(new Wording.Text("x".repeat(4096)), null),
                Arguments.of(
                        new Wording.Text("x".repeat(5000)), "text Meta takes 1 to 4096 characters; this one has 5000"),
                Arguments.of(new Wording.Text(" "), "text Meta takes 1 to 4096 characters; this one has 1"),
                Arguments.of(new Wording.Buttons("qual?", choices(3, 20)), null),
                Arguments.of(
                        new Wording.Buttons("qual?", choices(4, 20)), "buttons.buttons Meta takes 1 to 3; these are 4"),
                Arguments.of(new Wording.Buttons("qual?", List.of()), "buttons.buttons Meta takes 1 to 3; these are 0"),
                Arguments.of(
                        new Wording.Buttons("qual?", choices(1, 21)),
                        "buttons.buttons.title Meta takes 1 to 20 characters; this one has 21"),
                Arguments.of(
                        new Wording.Buttons("qual?", Collections.nCopies(2, choice(1, 5))),
                        "buttons.buttons.title each must differ from the others; one stands twice"),
                Arguments.of(new Wording.Rows("qual?", "ver", choices(10, 24)), null),
                Arguments.of(
                        new Wording.Rows("qual?", "ver", choices(11, 24)),
                        "list.rows Meta takes 1 to 10; these are 11"),
                Arguments.of(
                        new Wording.Rows("qual?", "x".repeat(21), choices(1, 24)),
                        "list.button Meta takes 1 to 20 characters; this one has 21"),
                Arguments.of(new Wording.File("image", "1", null, null), null),
                Arguments.of(
                        new Wording.File("image", "1", "x".repeat(1025), null),
                        "media.caption Meta takes 1 to 1024 characters; this one has 1025"),
                Arguments.of(new Wording.Upload("image", 1, "olha", "foto.jpg"), null),
                Arguments.of(
                        new Wording.Upload("image", 1, "x".repeat(1025), null),
                        "media.caption Meta takes 1 to 1024 characters; this one has 1025"),
                Arguments.of(
                        new Wording.Upload("audio", 1, "ouve", null),
                        "media.caption Meta shows no words beside audio; send them as a message of their own"),
                Arguments.of(Wording.Template.unknown("oi", "pt_BR", List.of()), null),
                Arguments.of(
                        Wording.Template.unknown(" ", "pt_BR", List.of()),
                        "template.name Meta takes 1 to 512 characters; this one has 1"));
    }

    private static List<Wording.Choice> choices(int count, int length) {
        return IntStream.range(0, count).mapToObj(n -> choice(n, length)).toList();
    }

    private static Wording.Choice choice(int n, int length) {
        return new Wording.Choice("id" + n, ("" + (char) ('a' + n)).repeat(length), null);
    }
}
