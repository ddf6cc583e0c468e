package dev.belay.local.setup.samconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A section of {@code samconfig.toml}, of which what is not changed stays to the letter, remarks too. */
final class SamSection {
    private static final String OVERRIDES = "parameter_overrides";

    private final List<TomlStatement> statements;

    /** @param text with its header, each line ended */
    SamSection(String text) {
        this.statements = new ArrayList<>(TomlStatement.all(text));
        statements.removeIf(statement -> statement.text().isEmpty());
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    private Optional<TomlStatement> find(String key) {
        return statements.stream().filter(statement -> statement.isOf(key)).findFirst();
    }

    /** Gives a key this text. */
    void put(String key, String value) {
        Optional<TomlStatement> standing = find(key);
        if (standing.isPresent() && !standing.get().read().isString(List.of(key))) {
            throw new NotUnderstood(key + " is no text");
        }
        if (standing.isEmpty() || !value.equals(standing.get().read().getString(List.of(key)))) {
            set(key, TomlStatement.quoted(value));
        }
    }

    /**
     * Gives a key a value where it has none.
     *
     * @param value as TOML writes it
     */
    void putWhereNone(String key, String value) {
        if (!has(key)) {
            set(key, value);
        }
    }

    private void set(String key, String value) {
        Optional<TomlStatement> standing = find(key);
        TomlStatement next = TomlStatement.of(
                key + " = " + value + standing.map(TomlStatement::rest).orElse("\n"));
        if (standing.isPresent()) {
            statements.set(statements.indexOf(standing.get()), next);
        } else {
            statements.add(find(OVERRIDES).map(statements::indexOf).orElse(statements.size()), next);
        }
    }

    /**
     * Gives parameters of the template these values, and takes others away. What else there is stays.
     *
     * @throws NotUnderstood when what stands is not as SAM takes it, or in a form that setup does not change
     */
    void override(Map<String, String> values, Set<String> gone) {
        Optional<TomlStatement> standing = find(OVERRIDES);
        if (standing.isEmpty()) {
            set(OVERRIDES, SamOverrides.listed(values));
            return;
        }
        String next = SamOverrides.changed(standing.get(), OVERRIDES, values, gone);
        statements.set(statements.indexOf(standing.get()), TomlStatement.of(next));
    }

    String text() {
        return statements.stream().map(TomlStatement::text).collect(Collectors.joining());
    }
}
