package dev.rota.flow.shifts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz does when a time has come; Spring gives it what it needs. */
@DisallowConcurrentExecution
final class SwitchoverJob implements Job {

    private final SwitchoverTimes times;

    SwitchoverJob(SwitchoverTimes times) {
        this.times = times;
    }

    @Override
    public void execute(JobExecutionContext context) {
        times.come(context.getScheduledFireTime().toInstant());
    }
}
