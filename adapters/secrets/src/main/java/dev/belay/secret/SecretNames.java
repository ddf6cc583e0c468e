package dev.belay.secret;

import java.util.List;
import java.util.Map;

/**
 * The names of one stack's secrets.
 *
 * @param stack the stack's name, which begins each of them
 * @param existing for a kind what the stack was given in place of its own names, as {@link SecretIds} reads it
 */
public record SecretNames(String stack, Map<SecretKind, String> existing) {
    public SecretNames {
        existing = Map.copyOf(existing);
    }

    /** The name that the secret has where the stack was given no other. */
    public String own(SecretKind kind, String owner) {
        return stack + "/" + kind.name(owner);
    }

    /** Where the secrets of a kind are: what the functions are told of them. */
    public String listed(SecretKind kind) {
        return existing.getOrDefault(kind, own(kind, "*"));
    }

    /** The secrets that may hold what this workspace, tenant or instance needs; for a kind that has one for all, that one. */
    public List<String> ids(SecretKind kind, String owner) {
        return SecretIds.of(listed(kind), owner);
    }
}
