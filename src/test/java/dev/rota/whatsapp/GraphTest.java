package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Reply;
import dev.rota.desk.Template.Gap;
import dev.rota.desk.Wording;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Graph graph = new Graph(ExampleCompany::simple, "v26.0", JSON);

    @ParameterizedTest
    @CsvSource({
        "130429, Retry",
        "131056, Retry",
        "131016, Retry",
        "131000, Retry",
        "131057, Retry",
        "1, Retry",
        "4, Closed",
        "80007, Closed",
        "190, Closed",
        "0, Closed",
        "3, Closed",
        "10, Closed",
        "131005, Closed",
        "200, Closed",
        "299, Closed",
        "131042, Closed",
        "131048, Closed",
        "131031, Closed",
        "368, Closed",
        "133010, Closed",
        "131047, Refused",
        "131026, Refused",
        "131049, Refused",
        "131050, Refused",
        "130472, Refused",
        "131051, Refused",
        "131052, Refused",
        "131053, Refused",
        "131008, Refused",
        "131009, Refused",
        "100, Refused",
        "131030, Refused",
        "131062, Refused",
        "132000, Refused",
        "132001, Refused",
        "132012, Refused",
        "132015, Refused",
        "132016, Refused"
    })
    void every_code_of_metas_list_has_one_outcome_whatever_the_status(int code, String outcome) {
        for (var status : List.of(400, 401, 403, 429, 500)) {
            assertThat(answer(status, code).getClass().getSimpleName())
                    .as("%d with status %d", code, status)
                    .isEqualTo(outcome);
        }
    }

    @Test
    void each_fault_has_a_sentence_of_its_own() {
        assertThat(Arrays.stream(SendFault.values()).map(SendFault::sentence))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.length() > 20);
    }

    @Test
    void a_number_is_closed_with_the_remedy_and_nobody_asks_before_a_token_could_be_new() {
        assertThat(answer(401, 190))
                .isEqualTo(new Closed(
                        "Meta's error 190: Meta refuses the access token; put a new one in its place", null));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 16", "3, 64", "4, 256", "5, 1024", "9, 3600"})
    void a_customer_who_gets_too_many_is_left_alone_ever_longer(int attempt, int seconds) {
        assertThat(graph.outcome(400, null, error(131056), attempt))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void an_app_that_calls_too_often_waits_as_long_as_meta_says() {
        var usage = "{\"1\":[{\"type\":\"messaging\",\"estimated_time_to_regain_access\":3},"
                + "{\"estimated_time_to_regain_access\":12}]}";
        assertThat(graph.outcome(400, usage, error(80007), 1))
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.after()).isEqualTo(Duration.ofMinutes(12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"messages\":[]}", "{\"messages\":[{\"id\":\"\"}]}"})
    void a_yes_without_the_messages_id_may_have_sent_it(String body) {
        assertThat(graph.outcome(200, null, body, 1)).isInstanceOf(Ambiguous.class);
        assertThat(graph.outcome(502, null, body, 1)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void a_yes_with_an_id_is_delivered() {
        assertThat(graph.outcome(200, null, "{\"messages\":[{\"id\":\"wamid.1\"}]}", 1))
                .isEqualTo(new Delivered("wamid.1", null, "created"));
    }

    @Test
    void an_unknown_refusal_is_a_refusal() {
        assertThat(answer(404, 999_999)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource
    void each_kind_is_said_as_the_cloud_api_takes_it(Wording wording, String json) throws JsonProcessingException {
        var sent = JSON.readTree(graph.request(reply("+5511912345678", wording)).json());
        assertThat(sent)
                .isEqualTo(JSON.readTree(
                        "{'messaging_product':'whatsapp','recipient_type':'individual',".replace('\'', '"')
                                + "\"to\":\"+5511912345678\",\"biz_opaque_callback_data\":\"1\","
                                + json.replace('\'', '"') + "}"));
    }

    static Stream<Arguments> each_kind_is_said_as_the_cloud_api_takes_it() {
        var yes = new Wording.Choice("y", "Sim", null);
        var no = new Wording.Choice("n", "Não", "agora não");
        return Stream.of(
                Arguments.of(new Wording.Text("olá"), "'type':'text','text':{'body':'olá'}"),
                Arguments.of(
                        new Wording.Buttons("tudo bem?", List.of(yes)),
                        "'type':'interactive','interactive':{'type':'button','body':{'text':'tudo bem?'},"
                                + "'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Sim'}}]}}"),
                Arguments.of(
                        new Wording.Rows("qual?", "Ver", List.of(yes, no)),
                        "'type':'interactive','interactive':{'type':'list','body':{'text':'qual?'},"
                                + "'action':{'button':'Ver','sections':[{'rows':[{'id':'y','title':'Sim'},"
                                + "{'id':'n','title':'Não','description':'agora não'}]}]}}"),
                Arguments.of(
                        new Wording.File("document", "77", "o boleto", "boleto.pdf"),
                        "'type':'document','document':{'id':'77','caption':'o boleto','filename':'boleto.pdf'}"),
                Arguments.of(new Wording.File("audio", "77", "x", "x.ogg"), "'type':'audio','audio':{'id':'77'}"),
                Arguments.of(
                        Wording.Template.unknown("visita", "pt_BR", List.of("Ana", "9h")),
                        "'type':'template','template':{'name':'visita','language':{'code':'pt_BR'},'components':"
                                + "[{'type':'body','parameters':[{'type':'text','text':'Ana'},"
                                + "{'type':'text','text':'9h'}]}]}"),
                Arguments.of(
                        new Wording.Template("oi", "pt_BR", List.of("Ana", "600", "x"), everywhere(), "600"),
                        "'type':'template','template':{'name':'oi','language':{'code':'pt_BR'},'components':"
                                + "[{'type':'header','parameters':[{'type':'text','parameter_name':'who','text':'Ana'}]},"
                                + "{'type':'body','parameters':[{'type':'text','parameter_name':'plan','text':'600'}]},"
                                + "{'type':'button','sub_type':'url','index':'1','parameters':"
                                + "[{'type':'text','text':'x'}]}]}"));
    }

    private static List<Gap> everywhere() {
        return List.of(
                new Gap(Gap.Part.HEADER, "who", true, 0),
                new Gap(Gap.Part.BODY, "plan", true, 0),
                new Gap(Gap.Part.BUTTON, "1", false, 1));
    }

    @Test
    void it_goes_to_the_number_that_the_customer_wrote_to_with_its_apps_token() {
        assertThat(graph.request(reply("1", new Wording.Text("olá"))).path())
                .isEqualTo("/v26.0/" + ExampleCompany.NUMBER + "/messages");
    }

    private DeliveryOutcome answer(int status, int code) {
        return graph.outcome(status, null, error(code), 1);
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"(#%d) changed title\",\"type\":\"OAuthException\",\"code\":%d}}"
                .formatted(code, code);
    }

    private static Reply reply(@Nullable String to, Wording wording) {
        return new Reply("1", "vendas", to, null, null, wording);
    }
}
