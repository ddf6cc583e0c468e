package dev.belay.simulator.teams;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Changes.Subject;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What changes in a tenant when somebody sees something else in a conversation, or a person another dialog. What stands there never changes itself: another object takes its place. */
final class TeamsFingerprints implements Supplier<Map<Subject, Object>> {
    private final Tenant tenant;
    private final AppTraffic traffic;
    private final Failures<?> failures;
    private final CallLog<?> log;

    TeamsFingerprints(Tenant tenant, AppTraffic traffic, Failures<?> failures, CallLog<?> log) {
        this.tenant = tenant;
        this.traffic = traffic;
        this.failures = failures;
        this.log = log;
    }

    @Override
    public Map<Subject, Object> get() {
        Map<Subject, Object> all = tenant.atomically(() -> {
            Map<Subject, Object> found = new HashMap<>();
            tenant.teams().stream()
                    .flatMap(team -> team.channels().stream())
                    .forEach(channel -> found.put(new Subject("conversation", channel.id()), of(channel)));
            tenant.chats().forEach(chat -> found.put(new Subject("conversation", chat.id()), of(chat)));
            tenant.people().forEach(person -> found.put(new Subject("person", person.id()), of(person)));
            return found;
        });
        all.put(new Subject("failures", ""), failures.planned());
        all.put(new Subject("calls", ""), log.counts());
        return all;
    }

    private static Object of(Channel channel) {
        return List.of(
                        channel.name(),
                        channel.description(),
                        channel.isArchived(),
                        Set.copyOf(channel.members()),
                        List.copyOf(channel.tabs()),
                        identities(channel.timeline().all()))
                .hashCode();
    }

    private static Object of(PersonalChat chat) {
        return identities(chat.timeline().all());
    }

    private Object of(Person person) {
        return List.of(
                        System.identityHashCode(person),
                        tenant.hasPersonalApp(person.id()),
                        traffic.dialog(person.id())
                                .map(System::identityHashCode)
                                .orElse(0))
                .hashCode();
    }

    private static int identities(Collection<?> objects) {
        return objects.stream().mapToInt(System::identityHashCode).reduce(1, (one, other) -> 31 * one + other);
    }
}
