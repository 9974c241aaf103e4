package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All lanes, as far as this engine has them. */
final class LaneTable {

    private static final int ROOM = 320;
    private static final int LOW = 32;

    private final List<Lane> lanes =
            Stream.generate(() -> new Lane(ROOM, LOW)).limit(Event.LANES).toList();

    Lane get(int lane) {
        return lanes.get(lane);
    }

    /** Follows what the database says about who holds what, and begins to leave what is more than a fair share. */
    void follow(Roll roll) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (roll.lanes().contains(lane)) {
                lanes.get(lane).hold(roll.suspect().contains(lane));
            } else {
                lanes.get(lane).drop();
            }
        }
        lanes.stream().filter(Lane::held).limit(roll.surplus()).forEach(Lane::leave);
    }

    /** Leaves all lanes and waits until nothing of them is in work; false when it takes too long. */
    boolean leaveAll(long deadline) throws InterruptedException {
        lanes.forEach(Lane::leave);
        for (var lane : lanes) {
            if (!lane.awaitLeft(deadline)) {
                return false;
            }
        }
        return true;
    }

    /** The lanes that can be given back. */
    List<Integer> left() {
        return IntStream.range(0, lanes.size())
                .filter(lane -> lanes.get(lane).left())
                .boxed()
                .toList();
    }

    /**
     * Puts what has just been committed into memory where that keeps the order.
     *
     * @return whether nothing of it must be read from the database
     */
    boolean stored(Stored stored) {
        var all = true;
        for (var event : stored.fresh()) {
            all &= lanes.get(event.lane()).offer(event, stored.alone(), stored.newest());
        }
        return all;
    }

    /** The lanes that the database should be read for, by number. */
    Collection<Integer> wantingReading(boolean anyway) {
        return IntStream.range(0, lanes.size())
                .filter(lane -> lanes.get(lane).wantsReading(anyway))
                .boxed()
                .toList();
    }
}
