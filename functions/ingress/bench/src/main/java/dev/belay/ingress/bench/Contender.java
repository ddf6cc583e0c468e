package dev.belay.ingress.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A function that is started cold.
 *
 * @param stores whether it fetches the secret and sends the message
 */
record Contender(String name, List<String> command, Path folder, Map<String, String> environment, boolean stores) {}
