package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change as a tree: the field that it is of, and its value.
 *
 * @param account Meta's id of the account that it is about, empty when there is none
 * @param field Meta's name of the field, empty when there is none
 */
record Topic(String account, String field, JsonNode value) {

    static final String STANDBY = "standby";

    static Topic of(JsonNode body) {
        var entry = Node.first(body, "entry");
        var change = Node.first(entry, "changes");
        return new Topic(Node.textOrEmpty(entry, "id"), Node.textOrEmpty(change, "field"), change.path("value"));
    }

    /** The one element of that list. */
    JsonNode element(String list) {
        var element = Node.first(value, list);
        return element.isMissingNode() ? Node.first(value.path(STANDBY), list) : element;
    }

    /** The people whom it names. */
    JsonNode contacts() {
        var contacts = value.path("contacts");
        return contacts.isEmpty() ? value.path(STANDBY).path("contacts") : contacts;
    }

    /** Whether another app of the company's answers, and this is but a copy for us. */
    boolean isStandby() {
        return field.equals(STANDBY) || value.has(STANDBY);
    }

    @Override
    public String toString() {
        return "Topic[" + field + "]";
    }
}
