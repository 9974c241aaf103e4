package dev.rota.api;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Template;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The templates that the caller may send, by number. */
@RestController
class TemplatesApi {

    private final Supplier<Company> company;
    private final Templates templates;

    TemplatesApi(Supplier<Company> company, Templates templates) {
        this.company = company;
        this.templates = templates;
    }

    @GetMapping("/api/templates")
    Listed list(@RequestParam(required = false) @Nullable String number, @AuthenticationPrincipal Viewer viewer) {
        var visible = new Visible(company.get(), viewer);
        var wanted = Parameters.text(number);
        var numbers = wanted == null ? visible.numbers() : List.of(visible.number(wanted));
        var items = new ArrayList<Item>();
        var lists = new ArrayList<OfNumber>();
        for (var each : numbers) {
            var list = templates.of(each.id());
            lists.add(OfNumber.of(each, list));
            list.approved().forEach(template -> items.add(Item.of(each, template)));
        }
        return new Listed(items, null, lists);
    }

    /**
     * What is approved.
     *
     * @param numbers how new the lists are
     */
    record Listed(List<Item> items, @Nullable String next, List<OfNumber> numbers) {}

    /**
     * A template that may be sent from a number.
     *
     * @param text its body, with its gaps
     * @param parameters what a message fills, in its order: the labels of the gaps
     * @param obstacle why Rota can't send it, as the end of a sentence; null when it can
     */
    record Item(
            String number,
            String name,
            String language,
            String category,
            String text,
            List<String> parameters,
            @Nullable String obstacle) {

        static Item of(Number number, Template template) {
            return new Item(
                    number.name(),
                    template.name(),
                    template.language(),
                    template.category(),
                    template.text(),
                    template.gaps().stream().map(Template.Gap::label).toList(),
                    template.obstacle());
        }
    }

    /**
     * How new the list of a number is.
     *
     * @param fetchedAt null when nothing is known of its templates yet
     * @param problem why it could not be fetched again; null when it could
     */
    record OfNumber(String number, @Nullable Instant fetchedAt, @Nullable String problem) {

        static OfNumber of(Number number, TemplateList list) {
            return new OfNumber(number.name(), list.fetchedAt(), list.problem());
        }
    }
}
