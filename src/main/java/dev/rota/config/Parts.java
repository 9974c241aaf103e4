package dev.rota.config;

/** The files of a folder, read but not yet checked against each other. */
record Parts(
        Part<NumbersFile> numbers,
        Part<TeamsFile> teams,
        Part<QueuesFile> queues,
        Part<ShiftsFile> shifts,
        Part<DownstreamsFile> downstreams,
        Part<RepliesFile> replies,
        Part<LookupsFile> lookups) {

    Named<NumbersFile.NumberEntry> knownNumbers() {
        return numbers.content().numbers();
    }

    Named<TeamsFile.TeamEntry> knownTeams() {
        return teams.content().teams();
    }

    Named<TeamsFile.AgentEntry> knownAgents() {
        return teams.content().agents();
    }

    Named<QueuesFile.QueueEntry> knownQueues() {
        return queues.content().queues();
    }

    Named<ShiftsFile.CalendarEntry> knownCalendars() {
        return shifts.content().calendars();
    }

    Named<DownstreamsFile.DownstreamEntry> knownDownstreams() {
        return downstreams.content().downstreams();
    }
}
