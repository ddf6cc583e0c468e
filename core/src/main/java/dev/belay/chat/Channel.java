package dev.belay.chat;

/** A channel as the platform returned it: the name may differ from the one asked for. */
public record Channel(Platform platform, String workspace, String id, String name) {}
