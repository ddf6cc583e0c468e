package dev.belay.simulator.slack;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Changes.Subject;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What changes in a workspace when somebody sees something else in a channel or one of its threads, or a person another dialog. What stands there never changes itself: another object takes its place. */
final class SlackFingerprints implements Supplier<Map<Subject, Object>> {
    private final Workspace workspace;
    private final AppTraffic traffic;
    private final Failures<?> failures;
    private final CallLog<?> log;

    SlackFingerprints(Workspace workspace, AppTraffic traffic, Failures<?> failures, CallLog<?> log) {
        this.workspace = workspace;
        this.traffic = traffic;
        this.failures = failures;
        this.log = log;
    }

    @Override
    public Map<Subject, Object> get() {
        Map<Subject, Object> all = workspace.atomically(() -> {
            Map<Subject, Object> found = new HashMap<>();
            workspace.channels().forEach(channel -> {
                found.put(new Subject("channel", channel.id()), of(channel));
                threads(channel, found);
            });
            workspace
                    .privateMessages()
                    .forEach(message -> found.merge(
                            new Subject("channel", message.channel()),
                            System.identityHashCode(message),
                            SlackFingerprints::joined));
            workspace.people().forEach(person -> found.put(new Subject("person", person.id()), of(person)));
            return found;
        });
        all.put(new Subject("failures", ""), failures.planned());
        all.put(new Subject("calls", ""), log.counts());
        return all;
    }

    private Object of(Channel channel) {
        int shared = channel.messages().keySet().stream()
                .mapToInt(ts -> workspace.files().of(channel.id(), ts).size())
                .sum();
        return List.of(
                        channel.name(),
                        channel.isArchived(),
                        channel.topic(),
                        channel.purpose(),
                        Set.copyOf(channel.members()),
                        Map.copyOf(channel.pins()),
                        List.copyOf(channel.bookmarks()),
                        identities(channel.messages().values()),
                        channel.annals().size(),
                        shared)
                .hashCode();
    }

    /** By the channel and the {@code ts} of the message that begins a thread: its answers. */
    private void threads(Channel channel, Map<Subject, Object> found) {
        channel.messages().values().stream()
                .filter(Message::isReply)
                .forEach(reply -> found.merge(
                        new Subject("thread", channel.id() + "/" + reply.thread()),
                        Objects.hash(
                                System.identityHashCode(reply),
                                channel.pins().get(reply.ts()),
                                workspace.files().of(channel.id(), reply.ts()).size()),
                        SlackFingerprints::joined));
    }

    private static Object joined(Object one, Object other) {
        return 31 * (int) one + (int) other;
    }

    private Object of(Person person) {
        return Stream.concat(Stream.of(person), traffic.views(person.id()).stream())
                .mapToInt(System::identityHashCode)
                .reduce(1, (one, other) -> 31 * one + other);
    }

    private static int identities(Collection<?> objects) {
        return objects.stream().mapToInt(System::identityHashCode).reduce(1, (one, other) -> 31 * one + other);
    }
}
