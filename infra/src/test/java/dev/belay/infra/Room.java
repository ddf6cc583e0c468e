package dev.belay.infra;

import java.util.Optional;
import java.util.Set;

/**
 * A kind of module, which its folder tells, so that a new adapter or function stands in its room by itself. What a room
 * may know is said in {@link ArchitectureTest}, which does not compile while a room has no rule.
 */
enum Room {
    CORE,
    /** What several protocols, adapters or functions are built of, each listed here by its name. */
    BUILDING_BLOCK,
    PROTOCOL,
    ADAPTER,
    INGRESS,
    /** What the workers share, each listed here by its name. */
    SHARED_BY_WORKERS,
    WORKER,
    SIMULATORS,
    /** What runs and tests it all on one machine. */
    LOCAL;

    private static final Set<String> BLOCKS = Set.of("cold-http", "events", "http", "secrets", "signature");
    private static final Set<String> SHARED = Set.of("settings", "wiring", "worker");

    /** The room of the module in this folder, e.g. {@code adapters/slack}; none where no rule would cover it. */
    static Optional<Room> of(String folder) {
        if (folder.equals("core")) {
            return Optional.of(CORE);
        }
        int slash = folder.indexOf('/');
        String name = folder.substring(slash + 1);
        if (slash < 0 || name.contains("/")) {
            return Optional.empty();
        }
        return switch (folder.substring(0, slash)) {
            case "adapters" -> Optional.of(adapters(name));
            case "functions" -> Optional.of(functions(name));
            case "local" -> Optional.of(name.equals("simulators") ? SIMULATORS : LOCAL);
            default -> Optional.empty();
        };
    }

    private static Room adapters(String name) {
        if (BLOCKS.contains(name)) {
            return BUILDING_BLOCK;
        }
        return name.endsWith("-protocol") ? PROTOCOL : ADAPTER;
    }

    private static Room functions(String name) {
        if (name.equals("ingress")) {
            return INGRESS;
        }
        return SHARED.contains(name) ? SHARED_BY_WORKERS : WORKER;
    }
}
