package dev.belay.simulator.teams.card;

/** Why a card is not one. */
public final class InvalidCard extends RuntimeException {
    InvalidCard(String message) {
        super(message);
    }
}
