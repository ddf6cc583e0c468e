package dev.belay.servicenow;

import dev.belay.record.NoteReference;
import dev.belay.record.SysId;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A query of the Table API. Only values of types that hold no {@code ^} and are never evaluated ({@code javascript:}) get in;
 * there is nothing to escape. Fields and conditions are constants of this package.
 */
record EncodedQuery(String text) {
    /** A condition without any value from outside. */
    static EncodedQuery where(String condition) {
        return new EncodedQuery(condition);
    }

    static EncodedQuery where(String field, SysId id) {
        return new EncodedQuery(field + "=" + id.value());
    }

    /** One of these addresses, none of which holds a comma. */
    static EncodedQuery where(String field, Collection<EmailAddress> addresses) {
        return addresses.size() == 1
                ? new EncodedQuery(field + "=" + addresses.iterator().next().value())
                : new EncodedQuery(field + "IN"
                        + addresses.stream().map(EmailAddress::value).collect(Collectors.joining(",")));
    }

    EncodedQuery and(String condition) {
        return new EncodedQuery(text + "^" + condition);
    }

    EncodedQuery andIn(String field, Collection<RoleName> roles) {
        return and(field + "IN" + roles.stream().map(RoleName::value).sorted().collect(Collectors.joining(",")));
    }

    EncodedQuery andContains(String field, NoteReference reference) {
        return and(field + "LIKE" + reference.value());
    }
}
