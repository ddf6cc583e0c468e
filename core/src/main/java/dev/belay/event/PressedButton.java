package dev.belay.event;

import dev.belay.dialog.Field.Option;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one of our buttons carried when it was pressed: the record, the action's id, and what the card knew when it was drawn.
 *
 * @param action e.g. {@code ack}
 * @param generation the generation of the card; none on an old card
 * @param shown the hash of what the card showed; none on an old card
 * @param replaces the sys_id of the assignee as the button was drawn
 * @param options what the button's dialog offers to be chosen from
 */
public record PressedButton(
        RecordRef record,
        String action,
        OptionalLong generation,
        Optional<String> shown,
        Optional<String> replaces,
        List<Option> options) {
    private static final int LONGEST_ID = 40;

    public PressedButton {
        options = List.copyOf(options);
    }

    /** With nothing to choose from. */
    public PressedButton(
            RecordRef record,
            String action,
            OptionalLong generation,
            Optional<String> shown,
            Optional<String> replaces) {
        this(record, action, generation, shown, replaces, List.of());
    }

    /**
     * Checks what came from outside.
     *
     * @param generation a whole number, as any parser's {@link Number}
     * @param shown a short text
     * @param replaces a sys_id
     * @throws IllegalArgumentException that says what is wrong, and nothing of what was sent
     */
    public static PressedButton of(
            String table,
            String sysId,
            String action,
            @Nullable Object generation,
            @Nullable Object shown,
            @Nullable Object replaces) {
        if (!RecordRef.isTable(table) || !SysId.isSysId(sysId)) {
            throw new IllegalArgumentException("the button's table or sys_id is not one");
        }
        if (!isId(action)) {
            throw new IllegalArgumentException("the button's action is not an id");
        }
        return new PressedButton(
                RecordRef.of(table, sysId), action, generation(generation), shown(shown), replaces(replaces));
    }

    /** The same with these to choose from. */
    public PressedButton offering(List<Option> next) {
        return new PressedButton(record, action, generation, shown, replaces, next);
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private static OptionalLong generation(@Nullable Object generation) {
        if (generation == null) {
            return OptionalLong.empty();
        }
        if (!(generation instanceof Number)) {
            throw new IllegalArgumentException("the button's generation is not a number");
        }
        try {
            return OptionalLong.of(Long.parseLong(generation.toString()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the button's generation is not a whole number", e);
        }
    }

    /** What is no short text is of no card of ours, and counts as an old card. */
    private static Optional<String> shown(@Nullable Object shown) {
        return shown instanceof String hash && hash.length() <= LONGEST_ID ? Optional.of(hash) : Optional.empty();
    }

    private static Optional<String> replaces(@Nullable Object replaces) {
        if (replaces == null) {
            return Optional.empty();
        }
        if (!(replaces instanceof String sysId) || !SysId.isSysId(sysId)) {
            throw new IllegalArgumentException("whom the button replaces is not a sys_id");
        }
        return Optional.of(sysId);
    }
}
