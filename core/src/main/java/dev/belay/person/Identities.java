package dev.belay.person;

import dev.belay.chat.Member;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which platform user a member of the chat is: remembered for 30 days, found by e-mail on a miss. An entry that rests on another
 * address than the platform shows now counts as a miss.
 */
public final class Identities {
    private final UserMap map;
    private final Directory directory;

    public Identities(UserMap map, Directory directory) {
        this.map = map;
        this.directory = directory;
    }

    public Identity of(Member member) {
        String address = member.email().orElse("").strip().toLowerCase(Locale.ROOT);
        return map.find(member.user())
                .filter(entry -> entry.address().equals(address))
                .map(UserMap.Entry::identity)
                .orElseGet(() -> lookUp(member, address));
    }

    /** The active user of ServiceNow with this sys_id, who need not be in the chat. */
    public Optional<PlatformUser> user(SysId id) {
        return directory.find(id);
    }

    private Identity lookUp(Member member, String address) {
        if (!address.isEmpty() && !directory.canAsk(address)) {
            return new Identity.Unaskable(); // nothing was asked, so there is nothing to remember
        }
        Identity found = member.email().map(this::byEmail).orElseGet(Identity.Unmapped::new);
        map.remember(member.user(), new UserMap.Entry(found, address));
        return found;
    }

    private Identity byEmail(String email) {
        List<PlatformUser> users = directory.activeWithEmail(email);
        return switch (users.size()) {
            case 0 -> new Identity.Unmapped();
            case 1 -> new Identity.Known(users.getFirst());
            default -> new Identity.Ambiguous();
        };
    }
}
