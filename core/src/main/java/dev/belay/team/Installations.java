package dev.belay.team;

import dev.belay.chat.Platform;
import java.util.List;
import java.util.Optional;

/** The teams that our app is installed in. */
public interface Installations {
    /**
     * @param team by either of its ids
     */
    Optional<Installation> find(Platform platform, String workspace, String team);

    /** All of a workspace or tenant, in an order that stays. Reads the whole store: for what happens rarely. */
    List<Installation> all(Platform platform, String workspace);

    /** Remembers, in place of what was known of the team. */
    void put(Installation installation);

    /** Forgets; repeating it changes nothing more. */
    void remove(Installation installation);
}
