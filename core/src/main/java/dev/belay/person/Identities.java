package dev.belay.person;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.record.SysId;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which platform user a member of the chat is: remembered for 30 days, found by e-mail on a miss. An entry that rests on another
 * address than the platform shows now counts as a miss. Who only names an author, or is only mentioned, costs no more than one question
 * to the platform and one to the directory in 30 days.
 */
public final class Identities {
    private final UserMap map;
    private final Directory directory;

    public Identities(UserMap map, Directory directory) {
        this.map = map;
        this.directory = directory;
    }

    /**
     * Whoever has an address that does not count is nobody in ServiceNow; that is not remembered.
     *
     * @param settings say whether an address counts in the person's workspace
     */
    public Identity of(Member member, Settings settings) {
        return counts(member, settings) ? remembered(member).orElseGet(() -> lookUp(member)) : new Identity.Unmapped();
    }

    private static boolean counts(Member member, Settings settings) {
        return member.email()
                .filter(email -> !settings.vouches(
                        member.user().platform(), member.user().workspace(), email))
                .isEmpty();
    }

    /**
     * The same, to be written to a record: a user who is remembered is read again, since nothing proves otherwise that they are active
     * still and have that address. Whoever is another by now is looked up anew.
     */
    public Identity confirmed(Member member, Settings settings) {
        if (!counts(member, settings)) {
            return new Identity.Unmapped();
        }
        Optional<Identity> remembered = remembered(member);
        return remembered.isPresent() && remembered.get() instanceof Identity.Known(PlatformUser user)
                ? directory
                        .find(user.sysId())
                        .filter(now -> address(Optional.of(now.email())).equals(address(member.email())))
                        .<Identity>map(Identity.Known::new)
                        .orElseGet(() -> lookUp(member))
                : remembered.orElseGet(() -> lookUp(member));
    }

    private Optional<Identity> remembered(Member member) {
        return map.find(member.user())
                .filter(entry -> entry.address().equals(address(member.email())))
                .map(UserMap.Entry::identity);
    }

    private static String address(Optional<String> email) {
        return email.orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** The active user of ServiceNow with this sys_id, who need not be in the chat. */
    public Optional<PlatformUser> user(SysId id) {
        return directory.find(id);
    }

    private Identity lookUp(Member member) {
        String address = address(member.email());
        if (!address.isEmpty() && !directory.canAsk(address)) {
            return new Identity.Unaskable(); // nothing was asked, so there is nothing to remember
        }
        Identity found = member.email().map(this::byEmail).orElseGet(Identity.Unmapped::new);
        map.remember(member.user(), new UserMap.Entry(found, address, Optional.of(seen(member))));
        return found;
    }

    /**
     * Who wrote something in chat. Who is remembered is not asked for again, whatever the platform would show of them now: this names a
     * person and lets nobody do anything. An outsider is nobody in ServiceNow, nor is who has an address that does not count, also where it
     * counted once.
     *
     * @param shown asks the platform
     * @param settings say whether an address counts in the person's workspace
     */
    public UserMap.Entry author(ChatUser user, Supplier<Member> shown, Settings settings) {
        Predicate<String> counts = email -> settings.vouches(user.platform(), user.workspace(), email);
        Optional<UserMap.Named> named = map.named(user);
        UserMap.Entry entry = named.flatMap(known -> known.identity()
                        .map(identity -> new UserMap.Entry(identity, known.address(), Optional.of(known.seen()))))
                .orElseGet(() ->
                        lookUpAuthor(named.map(known -> member(user, known)).orElseGet(shown), counts));
        return entry.identity() instanceof Identity.Known && !counts.test(entry.address())
                ? new UserMap.Entry(new Identity.Unmapped(), entry.address(), entry.seen())
                : entry;
    }

    /** What somebody is called and how they stand here, who is mentioned or reacts: nobody asks who they are in ServiceNow. */
    public UserMap.Seen seen(ChatUser user, Supplier<Member> shown) {
        return map.named(user).map(UserMap.Named::seen).orElseGet(() -> {
            Member member = shown.get();
            map.rememberSeen(user, address(member.email()), seen(member));
            return seen(member);
        });
    }

    private static Member member(ChatUser user, UserMap.Named known) {
        return new Member(
                user,
                known.seen().standing(),
                known.seen().name(),
                Optional.of(known.address()).filter(address -> !address.isEmpty()));
    }

    private UserMap.Entry lookUpAuthor(Member member, Predicate<String> counts) {
        Identity found = member.email()
                .filter(_ -> member.standing() == Standing.FULL)
                .filter(counts)
                .filter(email -> directory.canAsk(address(Optional.of(email))))
                .map(this::byEmail)
                .orElseGet(Identity.Unmapped::new);
        UserMap.Entry entry = new UserMap.Entry(found, address(member.email()), Optional.of(seen(member)));
        map.remember(member.user(), entry);
        return entry;
    }

    private static UserMap.Seen seen(Member member) {
        return new UserMap.Seen(member.name(), member.standing());
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
