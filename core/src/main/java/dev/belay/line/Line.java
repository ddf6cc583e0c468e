package dev.belay.line;

import dev.belay.record.Happening.Participant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One short line about a record, as words and people in order. What people wrote stands in it as they wrote it: to escape is an adapter's. */
public record Line(List<Piece> pieces) {
    /** A part of a line. */
    public sealed interface Piece {
        /** Words. */
        record Words(String words) implements Piece {}

        /** Somebody, who is mentioned where they are known in the chat, and named elsewhere. */
        record Person(Participant who) implements Piece {}

        /** Words that lead somewhere, for those who may go there. */
        record Link(String words, URI address) implements Piece {}
    }

    public Line {
        pieces = List.copyOf(pieces);
    }

    public static Line of(String words) {
        return new Line(List.of(new Piece.Words(words)));
    }

    public Line and(String words) {
        return with(new Piece.Words(words));
    }

    public Line and(Participant who) {
        return with(new Piece.Person(who));
    }

    /** And words that lead somewhere. */
    public Line and(String words, URI address) {
        return with(new Piece.Link(words, address));
    }

    private Line with(Piece next) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(next);
        return new Line(more);
    }

    /** With everybody in it replaced. */
    public Line withPeople(UnaryOperator<Participant> replaced) {
        return new Line(pieces.stream()
                .map(piece ->
                        piece instanceof Piece.Person(Participant who) ? new Piece.Person(replaced.apply(who)) : piece)
                .toList());
    }

    /** All of it in words. */
    public String plain() {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(String words) -> words;
                    case Piece.Link(String words, URI _) -> words;
                    case Piece.Person(Participant(String name, Optional<?> _, Optional<?> _)) -> name;
                })
                .collect(Collectors.joining());
    }
}
