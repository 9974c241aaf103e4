package dev.rota.shift;

import static dev.rota.shift.Sketch.CALENDAR;

import java.time.ZoneId;

/** Mistakes that calendars are known for, each planted into answers that are right otherwise. */
enum PlantedBug {
    FIXED_OFFSET {
        @Override
        Answers in(Sketch plan) {
            return Answers.of(plan.timetable(ZoneId.of("-05:00")));
        }
    },
    AN_END_THAT_IS_PART_OF_THE_SHIFT {
        @Override
        Answers in(Sketch plan) {
            var right = Answers.of(plan.timetable());
            return new Answers(at -> right.shift(at.minusNanos(1)), right::open, right::works);
        }
    },
    A_SECOND_TOO_EARLY {
        @Override
        Answers in(Sketch plan) {
            var right = Answers.of(plan.timetable());
            return new Answers(at -> right.shift(at.plusSeconds(1)), right::open, right::works);
        }
    },
    A_NIGHT_THAT_STOPS_AT_MIDNIGHT {
        @Override
        Answers in(Sketch plan) {
            var timetable = plan.timetable();
            var right = Answers.of(timetable);
            return new Answers(
                    at -> timetable
                            .spanAt(CALENDAR, at)
                            .filter(span ->
                                    span.date().equals(at.atZone(plan.zone()).toLocalDate()))
                            .map(span -> span.shift().name())
                            .orElse(null),
                    right::open,
                    right::works);
        }
    },
    THE_SECOND_OF_A_REPEATED_HOUR {
        @Override
        Answers in(Sketch plan) {
            var right = Answers.of(plan.timetable());
            return new Answers(
                    at -> right.shift(
                            at.atZone(plan.zone()).withLaterOffsetAtOverlap().toInstant()),
                    right::open,
                    right::works);
        }
    },
    HOURS_WITHOUT_HOLIDAYS_AND_OVERRIDES {
        @Override
        Answers in(Sketch plan) {
            var right = Answers.of(plan.timetable());
            return new Answers(right::shift, at -> right.shift(at) != null, right::works);
        }
    },
    NOBODY_STANDS_IN {
        @Override
        Answers in(Sketch plan) {
            var right = Answers.of(plan.timetable());
            var timetable = plan.timetable();
            return new Answers(
                    right::shift,
                    right::open,
                    (agent, at) -> right.works(agent, at)
                            && timetable.effectOnAgent(agent, at).rule() != Rule.LEAVE);
        }
    };

    abstract Answers in(Sketch plan);
}
