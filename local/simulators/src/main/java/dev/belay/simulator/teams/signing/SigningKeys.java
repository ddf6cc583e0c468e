package dev.belay.simulator.teams.signing;

import java.util.ArrayList;
import java.util.List;

/** The keys that the Bot Connector publishes, and the one that it signs with. */
public final class SigningKeys {
    private static final List<String> CHANNELS = List.of("msteams", "webchat", "directline", "skype");

    /** Made once for a process, because making one takes its time. */
    private static final SigningKey FIRST = SigningKey.generate(CHANNELS);

    private static final SigningKey STRANGE = SigningKey.generate(CHANNELS);

    private final List<SigningKey> published = new ArrayList<>(List.of(FIRST));
    private SigningKey current = FIRST;

    /** Signs with a new key from now on, and publishes it; the old ones stay published, as long as they are not withdrawn. */
    public synchronized SigningKey rotate() {
        current = SigningKey.generate(CHANNELS);
        published.add(current);
        return current;
    }

    /** Publishes a key that is endorsed for other channels than Teams; nothing genuine from Teams is signed with it. */
    public synchronized SigningKey addForOtherChannels() {
        SigningKey other = SigningKey.generate(List.of("webchat", "directline"));
        published.add(other);
        return other;
    }

    /** Publishes a key that lists no endorsements. */
    public synchronized SigningKey addWithoutEndorsements() {
        SigningKey other = SigningKey.generate(List.of());
        published.add(other);
        return other;
    }

    /** Publishes a key no longer. */
    public synchronized void withdraw(SigningKey key) {
        published.remove(key);
    }

    public synchronized List<SigningKey> published() {
        return List.copyOf(published);
    }

    public synchronized SigningKey current() {
        return current;
    }

    /** A key that is not the Bot Connector's. */
    static SigningKey strange() {
        return STRANGE;
    }
}
