package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.link.Drawn;
import dev.belay.link.Ending;
import dev.belay.link.Kept;
import dev.belay.link.Told;
import dev.belay.link.Told.Telling;
import java.time.Instant;

/**
 * What keeping a conversation true remembers, as a link's item holds it: {@code told} and {@code telling} are JSON
 * ({@link AccountJson}), {@code told_number} repeats the number of the first, for conditions. Times are in milliseconds since
 * the epoch. What is due is the index'.
 */
final class KeptAttributes {
    static final String SHOWN = "card_shown";
    static final String DRAWN_AT = "card_drawn_at";
    static final String WAITING = "waiting_message";
    static final String TOLD = "told";
    static final String TOLD_NUMBER = "told_number";
    static final String TELLING = "telling";
    static final String TELLING_NUMBER = "telling_number";
    static final String TELLING_UNTIL = "telling_until";
    static final String TELLING_BY = "telling_by";
    static final String ENDING_NUMBER = "ending_number";
    static final String ENDING_OVER = "ending_over";
    static final String ENDING_AT = "ending_at";

    private KeptAttributes() {}

    static void put(Item item, Kept kept) {
        kept.drawn().ifPresent(drawn -> item.with(SHOWN, drawn.shown())
                .with(DRAWN_AT, drawn.at().toEpochMilli()));
        kept.waiting().ifPresent(message -> item.with(WAITING, message));
        kept.told().ifPresent(told -> {
            item.with(TOLD, AccountJson.written(told.last()))
                    .with(TOLD_NUMBER, told.last().number());
            told.now().ifPresent(telling -> item.with(TELLING, AccountJson.written(telling.account()))
                    .with(TELLING_NUMBER, telling.account().number())
                    .with(TELLING_UNTIL, telling.leaseUntil().toEpochMilli()));
        });
        kept.ending().ifPresent(ending -> item.with(ENDING_NUMBER, ending.number())
                .with(ENDING_OVER, ending.over())
                .with(ENDING_AT, ending.at().toEpochMilli()));
    }

    static Kept of(Item item) {
        return new Kept(
                item.findText(SHOWN).map(shown -> new Drawn(shown, time(item, DRAWN_AT))),
                item.findText(WAITING),
                item.findText(TOLD)
                        .map(told -> new Told(
                                AccountJson.read(told),
                                item.findText(TELLING)
                                        .map(telling ->
                                                new Telling(AccountJson.read(telling), time(item, TELLING_UNTIL))))),
                item.findNumber(ENDING_NUMBER)
                        .map(number ->
                                new Ending(Math.toIntExact(number), item.flag(ENDING_OVER), time(item, ENDING_AT))),
                IndexAttributes.due(item));
    }

    private static Instant time(Item item, String name) {
        return Instant.ofEpochMilli(item.needNumber(name));
    }
}
