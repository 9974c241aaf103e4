package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rota.desk.Identity;
import dev.rota.desk.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer whom an element names.
 *
 * @param identities the ids, strongest first; empty when it names nobody
 */
record Person(List<Identity> identities, Profile profile) {

    /** Who wrote a message, with what its contact adds. */
    static Person writer(JsonNode message, JsonNode contacts) {
        return inGroup(
                message,
                of(
                        Node.id(message, "from_user_id"),
                        Node.id(message, "from_parent_user_id"),
                        Node.id(message, "from"),
                        contacts));
    }

    /** To whom a message of the company's went. */
    static Person reader(JsonNode echo, JsonNode contacts) {
        return inGroup(
                echo,
                of(Node.id(echo, "to_user_id"), Node.id(echo, "to_parent_user_id"), Node.id(echo, "to"), contacts));
    }

    /** Somebody with the ids that a contact, or something like it, has of its own. */
    static Person of(JsonNode contact) {
        var ids = new Identities()
                .and(Identity.Kind.BSUID, Node.id(contact, "user_id"))
                .and(Identity.Kind.PARENT, Node.id(contact, "parent_user_id"))
                .and(Identity.Kind.WA_ID, Node.id(contact, "wa_id"));
        return new Person(ids.list(), profile(contact));
    }

    /** Somebody with these ids, with what the contact adds that has one of them: contacts stand in any order. */
    static Person of(@Nullable String userId, @Nullable String parentId, @Nullable String waId, JsonNode contacts) {
        var contact = contact(contacts, userId, waId);
        var ids = new Identities()
                .and(Identity.Kind.BSUID, userId == null ? Node.id(contact, "user_id") : userId)
                .and(Identity.Kind.PARENT, parentId == null ? Node.id(contact, "parent_user_id") : parentId)
                .and(Identity.Kind.WA_ID, waId == null ? Node.id(contact, "wa_id") : waId);
        return new Person(ids.list(), profile(contact));
    }

    /** What is said in a group is said by the group: its members' own ids are other customers'. */
    private static Person inGroup(JsonNode element, Person person) {
        var group = Node.id(element, "group_id");
        if (group == null) {
            return person;
        }
        var profile = person.profile;
        return new Person(
                new Identities().and(Identity.Kind.GROUP, group).list(),
                new Profile(null, null, profile.name() == null ? profile.username() : profile.name()));
    }

    /** The same, with a number that the customer told. */
    Person withPhone(@Nullable String phone) {
        var more = new ArrayList<>(identities);
        if (phone != null) {
            more.add(new Identity(Identity.Kind.PHONE, phone));
        }
        return new Person(more, profile);
    }

    private static JsonNode contact(JsonNode contacts, @Nullable String userId, @Nullable String waId) {
        if (userId == null && waId == null) {
            return contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
        }
        JsonNode byNumber = MissingNode.getInstance();
        for (var contact : contacts) {
            var theirs = Node.id(contact, "user_id");
            if (userId != null && userId.equals(theirs)) {
                return contact;
            }
            var contradicts = userId != null && theirs != null;
            if (waId != null && !contradicts && byNumber.isMissingNode() && waId.equals(Node.id(contact, "wa_id"))) {
                byNumber = contact;
            }
        }
        return byNumber;
    }

    private static Profile profile(JsonNode contact) {
        var profile = contact.path("profile");
        return new Profile(Node.text(profile, "name"), Node.text(profile, "username"), null);
    }

    /** A list of ids under way, strongest first. */
    private static final class Identities {

        private final List<Identity> list = new ArrayList<>(3);

        Identities and(Identity.Kind kind, @Nullable String id) {
            if (id != null) {
                list.add(new Identity(kind, id));
            }
            return this;
        }

        List<Identity> list() {
            return list;
        }
    }

    @Override
    public String toString() {
        return "Person" + identities;
    }
}
