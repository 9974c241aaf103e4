package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.BIA;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Template;
import dev.rota.desk.Template.Gap;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.desk.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class TemplatesApiTest {

    @Test
    void the_approved_ones_of_a_number_are_listed_with_what_fills_them() throws Exception {
        api(ADMIN)
                .perform(get("/api/templates?number=vendas"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                        {"items": [{"number": "vendas", "name": "visita", "language": "pt_BR",
                                                    "category": "UTILITY", "text": "Olá {{1}}", "parameters": ["1"],
                                                    "obstacle": null}],
                                         "next": null,
                                         "numbers": [{"number": "vendas", "fetchedAt": "2026-11-24T12:00:00Z",
                                                      "problem": "Meta can't be reached"}]}
                                        """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void of_numbers_of_other_teams_nothing_is_told() throws Exception {
        api(BIA).perform(get("/api/templates"))
                .andExpect(jsonPath("$.numbers[*].number").value("vendas"));
        api(BIA).perform(get("/api/templates?number=suporte"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("there is no number 'suporte'"));
        api(ADMIN)
                .perform(get("/api/templates"))
                .andExpect(jsonPath("$.numbers.length()").value(2))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    private static MockMvc api(Viewer viewer) {
        return Mvc.of(viewer, new TemplatesApi(ExampleCompany::get, new Known()));
    }

    private static final class Known implements Templates {
        @Override
        public TemplateList of(String number) {
            return number.equals("101")
                    ? new TemplateList(
                            Talk.NOON,
                            "Meta can't be reached",
                            List.of(template("visita", "APPROVED"), template("boleto", "PAUSED")))
                    : TemplateList.UNKNOWN;
        }

        private static Template template(String name, String status) {
            var gap = new Gap(Gap.Part.BODY, "1", false, 0);
            return new Template(name, "pt_BR", "UTILITY", status, "Olá {{1}}", List.of(gap), null);
        }

        @Override
        public void outdated() {
            throw new UnsupportedOperationException();
        }
    }
}
