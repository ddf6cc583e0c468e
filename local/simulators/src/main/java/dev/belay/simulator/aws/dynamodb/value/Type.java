package dev.belay.simulator.aws.dynamodb.value;

import java.util.Arrays;
import java.util.Optional;

/** The types of attribute values, by the names that requests give them. */
public enum Type {
    S("STRING"),
    N("NUMBER"),
    B("BINARY"),
    SS("STRING_SET"),
    NS("NUMBER_SET"),
    BS("BINARY_SET"),
    M("MAP"),
    L("LIST"),
    NULL("NULL"),
    BOOL("BOOLEAN");

    private final String word;

    Type(String word) {
        this.word = word;
    }

    /** As some refusals name it. */
    public String word() {
        return word;
    }

    /** Whether its values stand in an order, and can be keys. */
    public boolean isOrdered() {
        return this == S || this == N || this == B;
    }

    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }

    /** What a set of this type is made of. */
    Type member() {
        return Type.valueOf(name().substring(0, 1));
    }

    public static Optional<Type> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
