package dev.belay.ingress.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that is started cold.
 *
 * @param work what it does before it answers; nothing where it only answers
 */
record Contender(
        String name, List<String> command, Path folder, Map<String, String> environment, Optional<Moment> work) {}
