package dev.rota.flow.lint;

import org.apache.camel.catalog.CamelCatalog;

/** Whether Camel can read a text in its language Simple. */
final class SimpleRule {

    private static final String SIMPLE = "simple";

    private final CamelCatalog catalog;

    SimpleRule(CamelCatalog catalog) {
        this.catalog = catalog;
    }

    void check(Step step) {
        step.own().filter(entry -> entry.key().equals("expression")).forEach(entry -> {
            var text = entry.value().text(SIMPLE, "expression");
            text.ifPresent(written -> {
                var loader = SimpleRule.class.getClassLoader();
                var result = step.is("choice", "filter")
                        ? catalog.validateLanguagePredicate(loader, SIMPLE, written.text())
                        : catalog.validateLanguageExpression(loader, SIMPLE, written.text());
                if (!result.isSuccess()) {
                    var reason = result.getShortError() == null ? result.getError() : result.getShortError();
                    entry.value()
                            .source()
                            .problem(written.place(), "'" + written.text() + "' is not Simple: " + reason);
                }
            });
        });
    }
}
