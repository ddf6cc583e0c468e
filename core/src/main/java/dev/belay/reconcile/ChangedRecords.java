package dev.belay.reconcile;

import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records of ServiceNow, many at a time, without their chronicles. Every method throws {@link dev.belay.failure.Unavailable} when a
 * retry will help, {@link dev.belay.failure.Rejected} when it will not, and {@link dev.belay.failure.CredentialsRefused} when our OAuth
 * client is refused.
 */
public interface ChangedRecords {
    /** How many are asked for at once. */
    int PAGE = 100;

    /** A record, and when it changed last, in whole seconds, on the instance's clock. */
    record Changed(RecordSnapshot record, Instant at) {}

    /**
     * Records of one table in the order of {@link Position}.
     *
     * @param hidden how many of them we may not read
     * @param reached where the next page begins
     * @param last whether there are no more now
     */
    record Page(List<Changed> records, int hidden, Position reached, boolean last) {
        public Page {
            records = List.copyOf(records);
        }
    }

    /**
     * Those of some records that we may read.
     *
     * @param hidden how many of the others there are, and may not be read; the rest there is not, or it is not known
     */
    record Some(List<Changed> records, int hidden) {
        public Some {
            records = List.copyOf(records);
        }
    }

    /** What became of a record. */
    enum Presence {
        THERE,
        /** There is one, or it is not known, and we may not read it. */
        HIDDEN,
        DELETED
    }

    /**
     * What changed behind a position, at most {@link #PAGE} records.
     *
     * @param priorities of which the records are routed; what has none is of the lowest
     */
    Page changed(String table, Set<Integer> priorities, Position from);

    /** @param ids at most {@link #PAGE} */
    Some some(String table, Set<SysId> ids);

    /**
     * Those of some records that we may read; each of their tables is asked once.
     *
     * @param records of one table at most {@link #PAGE}
     */
    static Map<RecordRef, Changed> known(ChangedRecords from, Stream<RecordRef> records) {
        return records
                .collect(Collectors.groupingBy(
                        RecordRef::table, Collectors.mapping(RecordRef::sysId, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(table -> from.some(table.getKey(), table.getValue()).records().stream())
                .collect(Collectors.toMap(changed -> changed.record().ref(), Function.identity(), (_, last) -> last));
    }

    /**
     * Records that are not over, in the order of their keys, at most {@link #PAGE}.
     *
     * @param priorities as {@link #changed}
     * @param after the last key of the page before; none for the first page
     */
    Open open(String table, Set<Integer> priorities, Optional<SysId> after);

    /**
     * A page of open records.
     *
     * @param reached the key that the next page begins behind
     * @param last whether there are no more now
     */
    record Open(List<RecordSnapshot> records, Optional<SysId> reached, boolean last) {
        public Open {
            records = List.copyOf(records);
        }
    }

    /**
     * Those of some numbers that exactly one record of the table has, which we may read.
     *
     * @param numbers at most {@link #PAGE}
     */
    List<RecordSnapshot> numbered(String table, Set<RecordNumber> numbers);

    /** Whether a record that is not shown was deleted: without a proof it is not. */
    Presence presence(RecordRef ref);
}
