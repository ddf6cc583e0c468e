package dev.belay.servicenow;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;
import dev.belay.record.SysId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * One row that the Table API returned. A field that was asked for and is not there proves nothing and is {@link Rejected}:
 * the API leaves out what we may not read and what does not exist (ServiceNow docs, "Table API", sysparm_fields).
 */
record Row(String table, JsonObject fields) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** This row, once it is sure that it holds these fields. */
    Row with(List<String> names) {
        names.forEach(this::text);
        return this;
    }

    String text(String field) {
        if (!fields.isString(field)) {
            String what =
                    fields.has(field) ? " is not text" : " is missing: hidden from the integration user, or renamed";
            throw new Rejected(TableApi.SYSTEM, table + "." + field + what);
        }
        return fields.getString(field, "");
    }

    Optional<String> filled(String field) {
        return Optional.of(text(field)).filter(value -> !value.isBlank());
    }

    /** A field that is only shown, and nothing is decided by. */
    Optional<String> shown(String field) {
        return Optional.of(fields.getString(field, "")).filter(value -> !value.isBlank());
    }

    boolean flag(String field) {
        return switch (text(field)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unreadable(field, "neither true nor false");
        };
    }

    long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException e) {
            throw unreadable(field, "not a number");
        }
    }

    /** Database values of dates are in UTC (ServiceNow docs, "Table API", sysparm_display_value). */
    Instant time(String field) {
        try {
            return LocalDateTime.parse(text(field), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw unreadable(field, "not a time");
        }
    }

    SysId sysId(String field) {
        String value = text(field);
        if (!SysId.isSysId(value)) {
            throw unreadable(field, "not a sys_id");
        }
        return new SysId(value);
    }

    Rejected unreadable(String field, String what) {
        return new Rejected(TableApi.SYSTEM, table + "." + field + " is " + what);
    }
}
