package dev.belay.adopt;

import dev.belay.adopt.Proposal.Begun;
import dev.belay.adopt.Proposal.Safe;
import dev.belay.adopt.Proposal.Unsafe;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.NewClaim;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.SeenChannel;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes a channel that another integration bound by its name the record's conversation. All is looked at afresh, and once more when it is
 * done; the record is claimed as ever, with its channel in the same write, and the worker that resumes the claim posts the card and binds
 * the conversation. Opening never does this.
 */
public final class Adoption {
    private static final String LEASE = "adoption";
    private static final Duration LEASED = Duration.ofMinutes(1);

    private final Tools tools;
    private final Map<Platform, ChatPlatform> chats;
    private final Settings settings;
    private final NewClaim claims;
    private final Clock clock;
    private final Map<ChatUser, Member> known = new HashMap<>();

    /** Where records and links are, and who is told to go on. */
    public record Tools(Records records, ConversationLinks links, Leases leases, Hints hints) {}

    public Adoption(
            Tools tools, Map<Platform, ChatPlatform> chats, Settings settings, Clock clock, RandomGenerator random) {
        this.tools = tools;
        this.chats = Map.copyOf(chats);
        this.settings = settings;
        this.claims = new NewClaim(clock, random);
        this.clock = clock;
    }

    /**
     * As all is now, among the others that an audit found: of several channels of one record, none is its.
     *
     * @throws dev.belay.failure.Unavailable when something does not answer, or limits us: it is asked again later
     */
    public Proposal propose(Candidate candidate, List<Candidate> all) {
        Proposal alone = propose(candidate);
        long claims = all.stream()
                .filter(other -> other.record().equals(candidate.record())
                        && other.channel().platform() == candidate.channel().platform())
                .count();
        return alone instanceof Safe safe && claims > 1
                ? new Unsafe(
                        candidate,
                        "several channels speak of the same record: archive all but one, or name it in a reviewed file",
                        safe.reasons())
                : alone;
    }

    /** As all is now. What the link table and the record say comes first: a platform is asked about no more than it must be. */
    public Proposal propose(Candidate candidate) {
        ChatPlatform chat = chats.get(candidate.channel().platform());
        if (chat == null) {
            return new Unsafe(candidate, "the settings name no such platform");
        }
        if (isOf(candidate.channel().id(), key(candidate)).isPresent()) {
            return new Begun(candidate);
        }
        Optional<RecordSnapshot> record = tools.records().find(candidate.record());
        if (record.isEmpty()) {
            return new Unsafe(candidate, "its record is not shown to us");
        }
        Optional<String> early = Evidence.against(record.get()).or(() -> claimed(candidate));
        if (early.isPresent()) {
            return new Unsafe(candidate, early.get());
        }
        Evidence evidence = new Evidence(chat, settings, known);
        return evidence.shown(candidate.channel())
                .map(seen -> evidence.against(seen)
                        .or(() -> evidence.against(seen, record.get()))
                        .<Proposal>map(why -> new Unsafe(candidate, why))
                        .orElseGet(() -> safe(candidate, seen, record.get(), evidence)))
                .orElseGet(() -> new Unsafe(candidate, "it is not shown to us"));
    }

    private static Proposal safe(Candidate candidate, SeenChannel seen, RecordSnapshot record, Evidence evidence) {
        Evidence.Maker maker = evidence.maker(seen);
        if (!maker.trusted()) {
            return new Unsafe(candidate, maker.words());
        }
        return evidence.placement(seen, record)
                .<Proposal>map(placement -> new Safe(
                        candidate,
                        record,
                        placement,
                        List.of(
                                maker.words(),
                                "it mentions " + record.number() + ", and its name speaks of it",
                                "it is not shared with another organization",
                                evidence.company(seen),
                                "neither it nor the record belongs to a link")))
                .orElseGet(
                        () -> new Unsafe(
                                candidate,
                                "the settings give " + record.number()
                                        + " no channel of its own there: see its route, its priority, and whether it is private"));
    }

    /**
     * What was adopted before, by whatever run: the record's conversation is in this channel, or is being made there.
     *
     * @param channel the channel's id
     */
    public Optional<Candidate> adopted(LinkKey link, String channel) {
        return isOf(channel, link).map(own -> new Candidate(own, link.record()));
    }

    private Optional<Channel> isOf(String channel, LinkKey key) {
        return tools.links()
                .find(key)
                .flatMap(link -> switch (link) {
                    case Claimed claimed -> claimed.channel();
                    case Standing standing ->
                        Optional.of(standing.conversation().channel());
                    case Ended _ -> Optional.empty();
                })
                .filter(own -> own.id().equals(channel));
    }

    private Optional<ConversationLink> link(Candidate candidate) {
        return tools.links().find(key(candidate));
    }

    private static LinkKey key(Candidate candidate) {
        return new LinkKey(candidate.record(), candidate.channel().platform());
    }

    private Optional<String> claimed(Candidate candidate) {
        Optional<ConversationLink> link =
                link(candidate).or(() -> tools.links().find(key(candidate).next()));
        if (link.isPresent()) {
            return Optional.of("the record has a conversation: it is "
                    + link.get().status().inWords());
        }
        return tools.links().recordOf(own(candidate.channel())).map(other -> "it is the conversation of " + other);
    }

    private static ConversationId own(Channel channel) {
        return new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
    }

    /**
     * Adopts one channel, which a person confirmed. Idempotent.
     *
     * @param holder other for each person who is at it
     */
    public Adopted adopt(Candidate candidate, String holder) {
        if (tools.leases().acquire(LEASE, holder, LEASED).isPresent()) {
            return new Adopted.Refused("somebody else is adopting channels: try it again in a minute");
        }
        Adopted adopted =
                switch (propose(candidate)) {
                    case Unsafe(Candidate _, String why, List<String> _) -> new Adopted.Refused(why);
                    case Begun _ -> {
                        told(key(candidate));
                        yield new Adopted.Again(key(candidate));
                    }
                    case Safe safe -> claim(safe);
                };
        tools.leases().release(LEASE, holder);
        return adopted;
    }

    private Adopted claim(Safe safe) {
        LinkKey key = key(safe.candidate());
        Claimed claim = claims.on(key, safe.placement());
        Claimed whole =
                claim.with(safe.candidate().channel()).with(claim.claim().until(clock.instant()));
        if (!tools.links().claim(whole)) {
            return new Adopted.Refused("the record was claimed by somebody else just now");
        }
        told(key);
        return new Adopted.Claimed(key);
    }

    private void told(LinkKey link) {
        Instant now = clock.instant();
        RecordRef record = link.record();
        String id = record + ":adopted:" + now.toEpochMilli();
        tools.hints().send(new RecordHint(id, link.platform(), RecordHint.Type.UPDATED, record, now, now));
    }
}
