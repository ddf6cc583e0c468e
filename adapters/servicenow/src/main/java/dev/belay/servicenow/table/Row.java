package dev.belay.servicenow.table;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;
import dev.belay.record.SysId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row that the Table API returned. A field that was asked for and is not there proves nothing and is {@link Rejected}:
 * the API leaves out what we may not read and what does not exist (ServiceNow docs, "Table API", sysparm_fields).
 */
public record Row(String table, JsonObject fields) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** This row, once it is sure that it holds these fields. */
    public Row with(List<String> names) {
        names.forEach(this::text);
        return this;
    }

    public boolean holds(List<String> names) {
        return fields.keySet().containsAll(names);
    }

    public String text(String field) {
        if (!fields.containsKey(field)) {
            throw new Rejected(
                    TableApi.SYSTEM, table + "." + field + " is missing: hidden from the integration user, or renamed");
        }
        return read(field).orElseThrow(() -> unreadable(field, "not text"));
    }

    /**
     * The value in each form that an instance has for it: a text, a number, true or false, nothing, or an object that holds the
     * value beside a link or a label (ServiceNow docs, "Table API", sysparm_exclude_reference_link, sysparm_display_value).
     */
    private Optional<String> read(String field) {
        Object value = fields.get(field);
        if (value instanceof JsonObject object) {
            value = object.get("value");
        }
        return switch (value) {
            case null -> fields.get(field) == null ? Optional.of("") : Optional.empty();
            case String text -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case Boolean flag -> Optional.of(flag.toString());
            default -> Optional.empty();
        };
    }

    public Optional<String> filled(String field) {
        return Optional.of(text(field)).filter(value -> !value.isBlank());
    }

    /** A field that is only shown, and nothing is decided by. */
    public Optional<String> shown(String field) {
        return fields.containsKey(field) ? read(field).filter(value -> !value.isBlank()) : Optional.empty();
    }

    /** What ServiceNow shows people of a field, where it was asked for that and has something to show. */
    public Optional<String> label(String field) {
        return fields.get(field) instanceof JsonObject both
                        && both.get("display_value") instanceof String label
                        && !label.isBlank()
                ? Optional.of(label)
                : Optional.empty();
    }

    public boolean flag(String field) {
        return switch (text(field)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unreadable(field, "neither true nor false");
        };
    }

    public long number(String field) {
        try {
            return Long.parseLong(text(field).strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw unreadable(field, "not a number");
        }
    }

    /** Where it can be read. Database values of dates are in UTC (ServiceNow docs, "Table API", sysparm_display_value). */
    public Optional<Instant> time(String field) {
        return shown(field).flatMap(Row::parsed);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public SysId sysId(String field) {
        String value = text(field).toLowerCase(Locale.ROOT);
        if (!SysId.isSysId(value)) {
            throw unreadable(field, "not a sys_id");
        }
        return new SysId(value);
    }

    public Rejected unreadable(String field, String what) {
        return new Rejected(TableApi.SYSTEM, table + "." + field + " is " + what);
    }
}
