package dev.rota.conversation;

import dev.rota.desk.Attachments;
import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Gathering;
import dev.rota.desk.Newsroom;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Templates;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Those who write conversations, sharing their parts. */
record Ledgers(
        LedgerWriter ledger,
        Commands commands,
        Beginnings beginnings,
        Notes notes,
        Presences presences,
        Pauses pauses,
        Drainer drainer,
        Redecisions redecisions,
        OverrideParts overrides,
        Patiences patiences,
        SwitchoverParts switchovers,
        FloorActions floorActions,
        Newsroom newsroom) {

    static Ledgers of(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Exceptions rules,
            FactCheck facts,
            Completion completion,
            Gathering gathering,
            Outgoing outgoing,
            Templates templates,
            Attachments attachments,
            Clock clock,
            String publicUrl) {
        Supplier<Company> company = () -> rules.get().company();
        var turns = new Turns(jdbc, company);
        var loads = new Loads(jdbc, company, turns);
        var changes = new Changes(jdbc, company, loads);
        var locks = new QueueLocks(jdbc);
        var pauses = new PauseTable(jdbc);
        var records = new Records(jdbc);
        var tickets = new Tickets(jdbc, company, new TicketDocuments(jdbc, company, publicUrl), outgoing);
        var drain = new Drain(jdbc, company, locks, loads, turns, changes, new WaitingReasons(jdbc), pauses, clock);
        var customers = new Customers(jdbc);
        var preferences = new Preferences(jdbc, customers);
        var replies =
                new Replies(jdbc, company, outgoing, new TemplateGate(templates, preferences), attachments, clock);
        var answers = new AutomaticAnswers(jdbc, company, replies);
        var telling = new Telling(answers, tickets, records, clock);
        var drainer =
                new Drainer(jdbc, transaction, company, new Silences(jdbc, company, loads, clock), drain, telling);
        var writer = new GroupWriter(
                rules,
                completion,
                new Doubles(jdbc),
                customers,
                new Openings(jdbc, company, changes),
                new Chapters(jdbc, company, drain, changes, new Wakings(jdbc, loads)),
                new Messages(jdbc),
                new BroughtFiles(attachments),
                records,
                new Shadows(jdbc, company, loads, pauses),
                new Progresses(jdbc, clock),
                preferences,
                new NoticeBoard(jdbc, company, templates),
                drain,
                answers,
                tickets,
                new Forwarding(company, completion, outgoing),
                clock);
        var guard = new Guard(jdbc, company);
        var steps = new Steps(guard, loads, clock);
        var commands = new GuardedCommands(
                transaction, guard, changes, telling, new Fence(jdbc, guard), replies, drainer, steps);
        var beginnings = new GuardedBeginnings(
                transaction,
                company,
                new Addressees(jdbc, customers, clock),
                new Firsts(jdbc, company),
                guard,
                loads,
                changes,
                replies,
                telling,
                clock);
        var notes = new GuardedNotes(jdbc, transaction, guard, records, clock);
        var ticketSteps = new TicketSteps(company, guard, steps);
        var newsroom = new TicketNewsroom(
                transaction,
                new Ticketed(jdbc),
                new HeardNews(jdbc),
                new Echoes(jdbc),
                guard,
                ticketSteps,
                new TicketReplies(jdbc, guard, ticketSteps, replies),
                new TicketNotes(jdbc, records, tickets, clock),
                changes,
                outgoing,
                telling,
                drainer);
        var rulings = new Rulings(jdbc, records);
        var redecisions = new Redecisions(jdbc, transaction, rules, rulings, changes, records, drain, telling, clock);
        var presences = new DeclaredPresences(company, loads, drainer, clock);
        var patiences = new Patiences(jdbc, transaction, company, changes, telling, drainer, clock);
        var aftermath = new Aftermath(drain, telling);
        var restoration = new Restoration(jdbc, company, loads, drain);
        var switchovers = SwitchoverParts.of(
                jdbc, transaction, rules, rulings, locks, loads, pauses, restoration, turns, changes, aftermath, clock);
        var floorActions = new GuardedFloorActions(
                jdbc,
                transaction,
                company,
                guard,
                steps,
                loads,
                changes,
                drain,
                aftermath,
                restoration,
                drainer,
                clock);
        return new Ledgers(
                new LedgerWriter(transaction, writer, gathering),
                commands,
                beginnings,
                notes,
                presences,
                new GuardedPauses(transaction, company, locks, pauses, loads, drainer, clock),
                drainer,
                redecisions,
                OverrideParts.of(jdbc, transaction, rules, facts, redecisions, clock),
                patiences,
                switchovers,
                floorActions,
                newsroom);
    }
}
