package dev.rota.demo;

import java.util.List;
import java.util.Map;

/** The templates of the example company, as Meta lists them. */
final class MetaTemplates {

    private static final String ACCOUNT = "102290129340398";

    /** On what a number's health depends: its account. */
    Map<String, ?> health(String phoneNumberId) {
        var entities = List.of(
                Map.of("entity_type", "PHONE_NUMBER", "id", phoneNumberId, "can_send_message", "AVAILABLE"),
                Map.of("entity_type", "WABA", "id", ACCOUNT, "can_send_message", "AVAILABLE"));
        return Map.of(
                "id", phoneNumberId, "health_status", Map.of("can_send_message", "AVAILABLE", "entities", entities));
    }

    /** The one page of the account's list. */
    Map<String, ?> page() {
        return Map.of(
                "data",
                List.of(
                        template("retomar_conversa", "UTILITY", "Olá {{1}}, podemos continuar o seu atendimento?"),
                        template("visita_agendada", "UTILITY", "Olá {{1}}, a visita técnica será em {{2}}."),
                        template("fibra_600", "MARKETING", "{{1}}, agora com 600 mega pelo mesmo preço!")),
                "paging",
                Map.of("cursors", Map.of("before", "MAZDZD", "after", "MjQZD")));
    }

    private static Map<String, ?> template(String name, String category, String body) {
        return Map.of(
                "name",
                name,
                "language",
                "pt_BR",
                "category",
                category,
                "status",
                "APPROVED",
                "parameter_format",
                "POSITIONAL",
                "components",
                List.of(Map.of("type", "BODY", "text", body)));
    }
}
