package dev.belay.adopt;

import dev.belay.audit.NamedRecord;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.link.Placement;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.team.LinksInChannel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What speaks for a channel and what against it: by the platform's own word, by the record, and by the settings. */
final class Evidence {
    private final ChatPlatform chat;
    private final Settings settings;
    private final Map<ChatUser, Member> known;

    /** @param known the people who were asked for already */
    Evidence(ChatPlatform chat, Settings settings, Map<ChatUser, Member> known) {
        this.chat = chat;
        this.settings = settings;
        this.known = known;
    }

    /** What speaks against the channel itself. */
    Optional<String> against(SeenChannel seen) {
        Channel channel = seen.channel();
        SeenChannel.Traits traits = seen.traits();
        if (traits.archived()) {
            return Optional.of("it is archived: take it out of the archive first");
        }
        if (traits.sharedOutside()) {
            return Optional.of("people of another workspace or tenant are in it, or may be");
        }
        if (!traits.joined()) {
            return Optional.of("our app is not in it: invite it first");
        }
        if (LinksInChannel.isShared(channel.platform(), channel.workspace(), channel.id(), settings)
                || settings.operations().stream().anyMatch(other -> other.id().equals(channel.id()))) {
            return Optional.of("the settings use it for something else");
        }
        return Optional.empty();
    }

    /** What speaks against giving a record a channel. */
    static Optional<String> against(RecordSnapshot record) {
        return record.ended() ? Optional.of(record.number() + " is " + record.stateLabel()) : Optional.empty();
    }

    /** What speaks against its being this record's. */
    Optional<String> against(SeenChannel seen, RecordSnapshot record) {
        if (!NamedRecord.names(seen.channel().name(), record.number())) {
            return Optional.of("its name does not speak of " + record.number());
        }
        Optional<String> named = Optional.ofNullable(
                record.conversations().get(seen.channel().platform().id()));
        if (named.filter(id -> !id.equals(seen.channel().id())).isPresent()) {
            return Optional.of("the record's field names another channel: empty it first, where that is wrong");
        }
        return mentions(seen, record)
                ? Optional.empty()
                : Optional.of("nothing in it mentions " + record.number()
                        + ": write the number into its topic or description, if it is that record's");
    }

    private boolean mentions(SeenChannel seen, RecordSnapshot record) {
        try {
            return chat.survey()
                    .mentions(
                            seen, List.of(record.number(), record.ref().sysId().value()));
        } catch (Rejected _) {
            return false;
        }
    }

    /** Where the record's conversation would be; none where the settings put it elsewhere. */
    Optional<Placement> placement(SeenChannel seen, RecordSnapshot record) {
        Channel channel = seen.channel();
        return settings.route(record, channel.platform())
                .filter(route -> settings.dedicated().reason(record).isPresent())
                .filter(route -> route.workspace().equals(channel.workspace()))
                .filter(route -> channel.team().isEmpty()
                        || route.teams().contains(channel.team().get()))
                .filter(route -> isAsPrivate(seen, record, route))
                .map(route -> new Placement(
                        route.workspace(),
                        route.teams(),
                        Placement.Kind.DEDICATED,
                        channel.name(),
                        route.isPrivate(),
                        "adopted by a person's command, with its channel of another integration"));
    }

    /** A private record never comes into a public channel. Where one platform keeps it private, it appears nowhere else. */
    private boolean isAsPrivate(SeenChannel seen, RecordSnapshot record, Route route) {
        return seen.traits().isPrivate() == route.isPrivate() && settings.keepsPrivate(record) == route.isPrivate();
    }

    /** Who made it, or why they make it unsafe. */
    Maker maker(SeenChannel seen) {
        String when = " on " + LocalDate.ofInstant(seen.origin().at(), ZoneOffset.UTC);
        if (seen.origin().ours()) {
            return new Maker(true, "our own app made it" + when);
        }
        return seen.origin()
                .by()
                .map(user -> maker(member(user, seen.channel()), when))
                .orElseGet(() -> new Maker(
                        true, "the platform does not tell who made it" + when + ": only members of its team can have"));
    }

    private Member member(ChatUser user, Channel channel) {
        Member there = known.get(user);
        if (there == null) {
            there = chat.people().member(user, channel.id(), Optional.empty());
            known.put(user, there);
        }
        return there;
    }

    /** How many guests are in it, as far as the platform tells. */
    String company(SeenChannel seen) {
        Survey.Company company;
        try {
            company = chat.survey().company(seen.channel(), user -> member(user, seen.channel()));
        } catch (Rejected _) {
            return "who is in it the platform does not tell: see whether there are guests";
        }
        String people =
                "people in it: " + company.people() + (company.whole() ? "" : " and more, who were not looked at");
        return people + "; guests among them: "
                + (company.guests() == 0 ? "none" : company.guests() + ", who will see all that is said of the record");
    }

    /**
     * Who made a channel.
     *
     * @param trusted whether they belong, or belonged, to us
     */
    record Maker(boolean trusted, String words) {}

    private static Maker maker(Member member, String when) {
        return switch (member.standing()) {
            case FULL -> new Maker(true, member.name() + ", a full member, made it" + when);
            case BOT -> new Maker(true, "the bot " + member.name() + " made it" + when);
            case DEACTIVATED ->
                new Maker(
                        true,
                        member.name() + ", who has left since, made it" + when
                                + "; whether they were a guest nobody tells any more");
            case GUEST -> new Maker(false, "a guest made it" + when);
            case STRANGER -> new Maker(false, "somebody whom we do not know made it" + when);
        };
    }

    /** The channel as the platform shows it now; none where it shows none. */
    Optional<SeenChannel> shown(Channel channel) {
        try {
            return chat.survey().show(channel);
        } catch (Rejected | CredentialsRefused _) {
            return Optional.empty();
        }
    }
}
