package dev.belay.servicenow.table;

import dev.belay.record.NoteReference;
import dev.belay.record.RecordNumber;
import dev.belay.record.SysId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query of the Table API. Only values of types that hold no {@code ^} and are never evaluated ({@code javascript:}) get in;
 * there is nothing to escape. Fields and conditions are constants of this adapter.
 */
public record EncodedQuery(String text) {
    /** A condition without any value from outside. */
    public static EncodedQuery where(String condition) {
        return new EncodedQuery(condition);
    }

    public static EncodedQuery where(String field, SysId id) {
        return new EncodedQuery(field + "=" + id.value());
    }

    public static EncodedQuery whereAny(String field, Collection<SysId> ids) {
        return new EncodedQuery(
                field + "IN" + ids.stream().map(SysId::value).distinct().collect(Collectors.joining(",")));
    }

    public static EncodedQuery whereAnyNumber(String field, Collection<RecordNumber> numbers) {
        return new EncodedQuery(field + "IN"
                + numbers.stream().map(RecordNumber::value).sorted().collect(Collectors.joining(",")));
    }

    public static EncodedQuery where(String field, RecordNumber number) {
        return new EncodedQuery(field + "=" + number.value());
    }

    public static EncodedQuery where(String field, UserName user) {
        return new EncodedQuery(field + "=" + user.value());
    }

    public static EncodedQuery where(String field, EmailAddress address) {
        return new EncodedQuery(field + "=" + address.value());
    }

    /** Each part of the address is in the field, in one case or another; as it is where it has no part that has cases. */
    public static EncodedQuery whereInAnyCase(String field, EmailAddress address) {
        List<Set<String>> parts = address.partsInEveryCase();
        return parts.isEmpty()
                ? where(field, address)
                : new EncodedQuery(
                        parts.stream().map(part -> anyIn(field, part)).collect(Collectors.joining("^")));
    }

    private static String anyIn(String field, Set<String> part) {
        return part.stream().map(text -> field + "LIKE" + text).collect(Collectors.joining("^OR"));
    }

    /** In UTC, as {@link #andSince}. */
    public static EncodedQuery whereAfter(String field, Instant moment) {
        return new EncodedQuery(field + ">" + kept(moment));
    }

    public static EncodedQuery whereAt(String field, Instant moment) {
        return new EncodedQuery(field + "=" + kept(moment));
    }

    public static EncodedQuery whereSince(String field, Instant moment) {
        return new EncodedQuery(field + ">=" + kept(moment));
    }

    private static String kept(Instant moment) {
        return Row.TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** What either query finds (ServiceNow docs, "Encoded query strings", {@code ^NQ}); an order is of both. */
    public EncodedQuery or(EncodedQuery other) {
        return new EncodedQuery(text + "^NQ" + other.text);
    }

    public EncodedQuery andAbove(String field, SysId id) {
        return and(field + ">" + id.value());
    }

    public EncodedQuery and(String condition) {
        return new EncodedQuery(text + "^" + condition);
    }

    /** The field's text begins as this address, in which {@code ^} cannot stand (RFC 3986, section 2). */
    public EncodedQuery andStartsWith(String field, URI address) {
        return and(field + "STARTSWITH" + address);
    }

    /** In UTC, as the database has it; an instance that reads it in another time zone is some hours off. */
    public EncodedQuery andSince(String field, Instant moment) {
        return and(field + ">=" + kept(moment));
    }

    public EncodedQuery andAmong(String field, Set<Integer> numbers) {
        return and(field + "IN" + numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
    }

    public EncodedQuery newestFirst(String field) {
        return and("ORDERBYDESC" + field);
    }

    public EncodedQuery andIn(String field, Collection<RoleName> roles) {
        return and(field + "IN" + roles.stream().map(RoleName::value).sorted().collect(Collectors.joining(",")));
    }

    public EncodedQuery andContains(String field, NoteReference reference) {
        return and(field + "LIKE" + reference.value());
    }
}
