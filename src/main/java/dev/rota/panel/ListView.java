package dev.rota.panel;

import dev.rota.conversation.Counts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of the desk.
 *
 * @param open the conversation beside it; null when there is none
 * @param limit how many rows it may have
 * @param more whether there are more rows than that
 * @param fault why the rows are not narrowed by what was typed, and so not there; null when they are
 * @param elsewhere where the same words find something too
 */
record ListView(
        Tab tab,
        String q,
        @Nullable Long open,
        int limit,
        Counts counts,
        Rows rows,
        boolean more,
        @Nullable Unfilterable fault,
        List<Elsewhere> elsewhere) {

    ListView {
        elsewhere = List.copyOf(elsewhere);
    }

    public List<TabLink> tabs() {
        return Arrays.stream(Tab.values())
                .map(one -> new TabLink(one.label(), count(one), one == tab, page(open, one)))
                .toList();
    }

    /** The address of the page that shows it as it is. */
    String page() {
        return page(open, tab);
    }

    /** The address of the page that searches for what was typed in all that was ever said. */
    public String search() {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    /** The address of the page on which several of its rows are chosen. */
    public String several() {
        return UriComponentsBuilder.fromPath("/floor/rows")
                .queryParam("tab", tab.label())
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    /** The address of a conversation beside this list. */
    public String page(long conversation) {
        return page(conversation, tab);
    }

    private String page(@Nullable Long conversation, Tab beside) {
        var page = UriComponentsBuilder.fromPath(conversation == null ? "/" : "/conversations/" + conversation)
                .queryParam("tab", beside.label());
        return q.isBlank()
                ? page.toUriString()
                : page.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }

    /** How much there is under the tab of that label. */
    public String count(String label) {
        return count(Tab.of(label));
    }

    private String count(Tab one) {
        var count = one.count(counts);
        return one == Tab.CLOSED && count >= Counts.MOST_CLOSED ? Counts.MOST_CLOSED + "+" : String.valueOf(count);
    }

    /** The address of another tab with the same words. */
    public String page(Elsewhere other) {
        return page(open, other.tab);
    }

    /**
     * What the same words find under another tab.
     *
     * @param rows how many, up to {@link #MOST}
     * @param more whether there are more than that
     */
    record Elsewhere(Tab tab, long rows, boolean more) {

        static final int MOST = 20;

        public String label() {
            return tab.label();
        }

        public String count() {
            return more ? MOST + "+" : String.valueOf(rows);
        }
    }

    /** One tab with the number of conversations behind it, and the address of the page that shows it. */
    record TabLink(String label, String count, boolean current, String page) {}
}
