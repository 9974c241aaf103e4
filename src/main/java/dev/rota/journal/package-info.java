/**
 * The journal: events stored once by group commit, and worked off in lanes, each lane in order.
 *
 * <p><b>Why order holds with several engines.</b> Per customer, what was acknowledged first is handled first. A customer's
 * events share a lane, one event of a lane is in work at a time, and a lane has one holder. What is left is that the
 * holder takes them in order:
 *
 * <ol>
 *   <li>Ids follow acknowledgement. When the acknowledgement of x comes before y is sent, x is committed before y draws
 *       its id from the sequence: x has the lower id, and whoever sees y in the database sees x.
 *   <li>A holder reads a lane from the database in the order of ids, the lowest first and none skipped. Nothing is read
 *       by {@code id > last}: ids commit out of order, so what counts is what is there and not yet in memory.
 *   <li>An engine puts its own event into a lane in memory, past the database, only when that lane is known complete:
 *       a reading found all there was while no other engine lived, and in the snapshot that stored the event there
 *       still was no other and none had come and gone since (the newest token of all engines is the same). So no
 *       other engine can have stored an earlier event unseen.
 *   <li>An engine writes nothing before it is registered and nothing after it is declared gone: each append and each
 *       completion holds a shared lock that declaring it gone takes alone ({@code engine_may_write}). So an engine
 *       opens its door after {@link dev.rota.journal.Journal#start()}, and its last events are visible before a
 *       successor reads the lane.
 *   <li>Whatever is committed and not put into memory (an overflow, a commit of unknown outcome) makes its lane
 *       incomplete before its sender hears of it; from then on the lane is read from the database until it is
 *       complete again.
 * </ol>
 *
 * <p>An event is handled once in effect because its row in {@code pending} is deleted in the transaction of its effects.
 */
@NullMarked
package dev.rota.journal;

import org.jspecify.annotations.NullMarked;
