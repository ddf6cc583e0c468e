package dev.belay.team;

import dev.belay.chat.Platform;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Installations kept in memory. */
public final class InMemoryInstallations implements Installations {
    private final Map<List<Object>, Installation> installations = new HashMap<>();

    @Override
    public synchronized Optional<Installation> find(Platform platform, String workspace, String team) {
        return Optional.ofNullable(installations.get(List.of(platform, workspace, team)));
    }

    @Override
    public synchronized List<Installation> all(Platform platform, String workspace) {
        return installations.values().stream()
                .filter(each -> each.platform() == platform && each.workspace().equals(workspace))
                .distinct()
                .sorted(Comparator.comparing(Installation::team))
                .toList();
    }

    @Override
    public synchronized void put(Installation installation) {
        installations.put(key(installation, installation.team()), installation);
        installations.put(key(installation, installation.conversation()), installation);
    }

    @Override
    public synchronized void remove(Installation installation) {
        installations.remove(key(installation, installation.team()));
        installations.remove(key(installation, installation.conversation()));
    }

    private static List<Object> key(Installation installation, String id) {
        return List.of(installation.platform(), installation.workspace(), id);
    }
}
