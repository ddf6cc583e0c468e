package dev.belay.person;

import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users of ServiceNow and their roles, asked afresh. A row that lacks a field that was asked for proves nothing: it is a
 * {@link dev.belay.failure.Rejected}, because the Table API drops invalid parts of a query and hides what we may not read.
 */
public interface Directory {
    /**
     * The active users who have this e-mail, compared without regard to case; one who is locked out is none of them. What is
     * no plain address belongs to nobody.
     */
    List<PlatformUser> activeWithEmail(String email);

    /** The active user of this key; one who is locked out is none. */
    Optional<PlatformUser> find(SysId user);

    /** Whether such an address can be asked for at all: {@link #activeWithEmail} finds nobody for one that cannot. */
    boolean canAsk(String email);

    /** Whether the user, active and not locked out, holds one of the roles now, inherited ones included. */
    boolean holdsAny(SysId user, Set<String> roles);

    /**
     * The members of a group.
     *
     * @param most how many are wanted, 100 at most
     */
    GroupMembers members(SysId group, int most);
}
