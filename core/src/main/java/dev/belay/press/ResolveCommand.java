package dev.belay.press;

import dev.belay.command.Command;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.util.List;

/**
 * Finds the record that a command names, and so the press that it is. A number that leads to nothing that may be told of (no record,
 * several, one that a route keeps private) leads to a press on no record. The gates refuse it word for word as a record that never had
 * a public conversation here (NOT_LINKED): nobody learns from the answer which of these it was. Who lacks the role is told so
 * (ROLE_MISSING) of a record only that has, or had, a public conversation here: they learn that, and could open it.
 */
public final class ResolveCommand {
    private final Records records;
    private final Clock clock;

    public ResolveCommand(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Reads only. The same record is found each time the command is delivered, unless it changed meanwhile. */
    public Press press(Command command, Settings settings) {
        List<String> tables = settings.routedTables().stream().sorted().toList();
        try {
            List<RecordSnapshot> found = tables.stream()
                    .flatMap(table -> records.findByNumber(table, command.number()).stream())
                    .toList();
            return found.size() == 1 && !settings.keepsPrivate(found.getFirst())
                    ? command.on(found.getFirst().ref())
                    : unresolved(command, settings);
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            if (clock.instant().isAfter(command.acceptedAt().plus(settings.pressLife()))) {
                return unresolved(command, settings); // it is too old, whatever it names, and its person is told so
            }
            throw e;
        }
    }

    /** The press on no record: to tell its person something that concerns none. */
    public Press unresolved(Command command, Settings settings) {
        return command.on(RecordRef.ofNone(
                settings.routedTables().stream().sorted().findFirst().orElse("task")));
    }
}
