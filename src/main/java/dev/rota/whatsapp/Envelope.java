package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Array;
import dev.rota.whatsapp.Outline.Change;
import dev.rota.whatsapp.Outline.Element;
import dev.rota.whatsapp.Outline.Entry;
import dev.rota.whatsapp.Outline.Section;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Cuts a webhook down to one of its elements: every list keeps its brackets and loses its other items, and what is left
 * stands byte for byte as Meta sent it.
 */
final class Envelope {

    private final byte[] body;
    private final Array<Entry> entries;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(2048);

    Envelope(byte[] body, Outline outline) {
        this.body = body;
        this.entries = outline.entries();
    }

    /** The body with this entry alone. */
    byte[] around(Entry entry) {
        copy(0, entries.start() + 1);
        copy(entry.start(), entry.end());
        return finish();
    }

    /** The body with this change alone. */
    byte[] around(Entry entry, Array<Change> changes, Change change) {
        copy(0, entries.start() + 1);
        copy(entry.start(), changes.start() + 1);
        copy(change.start(), change.end());
        copy(changes.end() - 1, entry.end());
        return finish();
    }

    /** The body with this element of a change alone, and the contacts that it names. */
    byte[] around(
            Entry entry,
            Array<Change> changes,
            Change change,
            Section chosen,
            Element element,
            List<Element> contacts) {
        copy(0, entries.start() + 1);
        copy(entry.start(), changes.start() + 1);
        var at = change.start();
        for (var section : change.sections()) {
            copy(at, section.array().start() + 1);
            items(kept(section, chosen, element, contacts));
            at = section.array().end() - 1;
        }
        copy(at, change.end());
        copy(changes.end() - 1, entry.end());
        return finish();
    }

    /** The body with this one thing said on Messenger or Instagram alone. */
    byte[] around(Entry entry, Array<Element> chosen, Element element) {
        copy(0, entries.start() + 1);
        var at = entry.start();
        for (var talk : entry.talks()) {
            copy(at, talk.start() + 1);
            items(talk.start() == chosen.start() ? List.of(element) : List.of());
            at = talk.end() - 1;
        }
        copy(at, entry.end());
        return finish();
    }

    private static List<Element> kept(Section section, Section chosen, Element element, List<Element> contacts) {
        if (section.array().start() == chosen.array().start()) {
            return List.of(element);
        }
        return section.part() == Part.CONTACTS ? contacts : List.of();
    }

    private void items(List<Element> items) {
        var separator = false;
        for (var item : items) {
            if (separator) {
                out.write(',');
            }
            copy(item.start(), item.end());
            separator = true;
        }
    }

    private void copy(int from, int to) {
        out.write(body, from, to - from);
    }

    private byte[] finish() {
        copy(entries.end() - 1, body.length);
        var cut = out.toByteArray();
        out.reset();
        return cut;
    }
}
