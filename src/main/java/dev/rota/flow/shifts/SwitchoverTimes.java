package dev.rota.flow.shifts;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.repeatSecondlyForever;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import dev.rota.conversation.DueSwitchovers;
import dev.rota.desk.WorkSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The times at which switchovers are due, as work for a route: Quartz keeps them in the database and wakes one engine at
 * each, or at the next when nobody was there. It only wakes: its clock is the machine's, and what is due is decided by the
 * database's. A look every few seconds finds what has become due without a time of its own.
 */
public final class SwitchoverTimes implements WorkSource<Instant, Object> {

    private static final Logger log = LoggerFactory.getLogger(SwitchoverTimes.class);
    private static final String GROUP = "switchovers";
    private static final JobKey JOB = JobKey.jobKey("make", GROUP);
    private static final TriggerKey LOOK = TriggerKey.triggerKey("look", "looks");
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Scheduler scheduler;
    private final DueSwitchovers due;
    private final Clock clock;
    private final Clock machine;
    private volatile @Nullable Function<Instant, CompletableFuture<Object>> route;

    /**
     * Prepares to wake; {@link #start} begins to.
     *
     * @param clock the database's
     * @param machine the one that Quartz goes by
     */
    public SwitchoverTimes(Scheduler scheduler, DueSwitchovers due, Clock clock, Clock machine) {
        this.scheduler = scheduler;
        this.due = due;
        this.clock = clock;
        this.machine = machine;
    }

    @Override
    public void start(Function<Instant, CompletableFuture<Object>> work) {
        route = work;
        try {
            scheduler.addJob(
                    newJob(SwitchoverJob.class).withIdentity(JOB).storeDurably().build(), true);
            schedule(LOOK, machine.instant(), true);
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the times of switchovers can't be kept in the database", e);
        }
    }

    @Override
    public void stop() {
        try {
            scheduler.standby();
        } catch (SchedulerException e) {
            log.warn("Quartz did not stop: {}", e.getMessage());
        }
        route = null;
    }

    /** Sends a time on its way, and keeps those that follow. */
    void come(Instant time) {
        var work = route;
        if (work == null) {
            return;
        }
        try {
            work.apply(time).join();
            keep();
        } catch (CompletionException | SchedulerException e) {
            log.error(
                    "switchovers were not made, and are tried again in {} s: {}", SECONDS_BETWEEN_LOOKS, e.toString());
        }
    }

    /** Sets the times of the next day, and takes out those that a new timetable has not. */
    private void keep() throws SchedulerException {
        var ahead = Duration.between(clock.instant(), machine.instant());
        var kept = new HashSet<TriggerKey>();
        for (var time : due.times(AHEAD)) {
            var key = TriggerKey.triggerKey(time.toString(), GROUP);
            kept.add(key);
            schedule(key, time.plus(ahead), false);
        }
        for (var key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
            if (!kept.contains(key)) {
                scheduler.unscheduleJob(key);
            }
        }
    }

    private void schedule(TriggerKey key, Instant at, boolean again) throws SchedulerException {
        var schedule = again
                ? repeatSecondlyForever(SECONDS_BETWEEN_LOOKS).withMisfireHandlingInstructionNextWithRemainingCount()
                : simpleSchedule().withMisfireHandlingInstructionFireNow();
        var trigger = newTrigger()
                .withIdentity(key)
                .forJob(JOB)
                .startAt(Date.from(at))
                .withSchedule(schedule)
                .build();
        try {
            if (!scheduler.checkExists(key)) {
                scheduler.scheduleJob(trigger);
            }
        } catch (ObjectAlreadyExistsException e) {
            log.debug("another engine has set {} at the same moment", key);
        }
    }
}
