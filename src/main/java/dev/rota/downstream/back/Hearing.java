package dev.rota.downstream.back;

import dev.rota.desk.Company;
import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Newsroom;
import dev.rota.desk.TicketNews;
import java.util.List;
import java.util.function.Supplier;

/** Hands the news of one call on, piece by piece, in its order. */
public final class Hearing {

    private final Newsroom newsroom;
    private final Supplier<Company> company;

    Hearing(Newsroom newsroom, Supplier<Company> company) {
        this.newsroom = newsroom;
        this.company = company;
    }

    /** {@link NewsOutcome#STRANGE} when any of it is about a ticket that nobody has yet; what is done stays done. */
    public NewsOutcome hear(List<TicketNews> news) {
        var strange = false;
        for (var each : news) {
            strange |= isWanted(each) && newsroom.hear(each) == NewsOutcome.STRANGE;
        }
        return strange ? NewsOutcome.STRANGE : NewsOutcome.DONE;
    }

    private boolean isWanted(TicketNews news) {
        var downstream = company.get().downstreams().get(news.downstream());
        return downstream != null
                && downstream.back() != null
                && downstream.back().hears(news.what());
    }
}
