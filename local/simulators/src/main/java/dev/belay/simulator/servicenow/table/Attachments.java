package dev.belay.simulator.servicenow.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is attached to records: rows of {@code sys_attachment}, and their bytes. A size and endings are taken as the properties
 * {@code com.glide.attachment.max_size} and {@code glide.attachment.extensions} say.
 */
public final class Attachments {
    public static final String TABLE = "sys_attachment";
    private static final int TOO_LARGE = 413;
    private static final int NOT_ALLOWED = 403;

    private final Tables tables;
    private final Map<String, byte[]> bytes = new HashMap<>();
    private long most = 1024L << 20;
    private Set<String> endings = Set.of();

    public Attachments(Tables tables) {
        this.tables = tables;
    }

    static Table table() {
        return Schema.table(
                TABLE,
                "file_name",
                Stream.concat(
                                Schema.texts(
                                        "file_name content_type size_bytes size_compressed table_name table_sys_id"),
                                Schema.texts("hash state compressed"))
                        .toList());
    }

    /** Takes files of at most so many bytes. */
    public synchronized void takeAtMost(long size) {
        most = size;
    }

    /** Takes files with these endings only; none takes all. */
    public synchronized void takeEndings(List<String> only) {
        endings = Set.copyOf(only);
    }

    /** The status of a refusal. */
    public synchronized Optional<Integer> refusal(String name, long size) {
        OptionalInt status = size > most ? OptionalInt.of(TOO_LARGE) : OptionalInt.empty();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (status.isEmpty() && !endings.isEmpty() && !endings.contains(ending)) {
            return Optional.of(NOT_ALLOWED);
        }
        return status.isPresent() ? Optional.of(status.getAsInt()) : Optional.empty();
    }

    /** Attaches a file, whoever may. */
    public Written attach(Row record, String name, String type, byte[] content, String by) {
        return insert(record, record.table(), new Content(name, type, content), by);
    }

    /**
     * Puts a picture into a field of type image, whoever may: it is a row beside the record's attachments, under the record's key and a name
     * of a table that no record is of; its file's name is the field's.
     */
    public Written picture(Row record, String field, String type, byte[] content, String by) {
        return insert(record, "ZZ_YY" + record.table(), new Content(field, type, content), by);
    }

    private record Content(String name, String type, byte[] bytes) {}

    private Written insert(Row record, String table, Content content, String by) {
        Map<String, String> values = Map.of(
                "file_name", content.name(),
                "content_type", content.type(),
                "size_bytes", Integer.toString(content.bytes().length),
                "size_compressed", Integer.toString(content.bytes().length),
                "table_name", table,
                "table_sys_id", record.sysId(),
                "state", "available_conditionally");
        synchronized (tables) {
            Written written = tables.insert(TABLE, values, by);
            if (written instanceof Written.Done(Row row)) {
                keep(row.sysId(), content.bytes());
            }
            return written;
        }
    }

    private synchronized void keep(String sysId, byte[] content) {
        bytes.put(sysId, content.clone());
    }

    public synchronized byte[] bytes(String sysId) {
        return bytes.getOrDefault(sysId, new byte[0]).clone();
    }

    /** What is attached to a record, oldest first. */
    public List<Row> of(String sysId) {
        return tables.rows(TABLE).stream()
                .filter(row -> row.value("table_sys_id").equals(sysId))
                .toList();
    }
}
