package dev.belay.person;

import java.util.List;

/**
 * Who belongs to a group in ServiceNow.
 *
 * @param users active ones who are not locked out, as many as were wanted
 * @param more whether there are others
 */
public record GroupMembers(List<PlatformUser> users, boolean more) {
    public GroupMembers {
        users = List.copyOf(users);
    }
}
