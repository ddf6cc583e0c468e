package dev.belay.inbound;

import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.failure.ExternalFailure;
import dev.belay.inbound.ReceivedEvents.Reception;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether ServiceNow's calls reach us: that it makes them, and with a signature that we take. Nothing here would notice by itself that it
 * does not, since a call that fails is not made again.
 *
 * <p>A failure counts while nothing succeeded after it. Nothing is asked of ServiceNow but what it noted, and nothing is sent.
 */
public final class CheckInbound implements CredentialCheck {
    /** How far back it looks. */
    static final Duration WINDOW = Duration.ofDays(7);

    /** How long an event may take: the rules run in a job of their own, which may have much to do. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final OutboundLog log;
    private final ReceivedEvents events;
    private final Settings settings;
    private final Clock clock;

    public CheckInbound(OutboundLog log, ReceivedEvents events, Settings settings, Clock clock) {
        this.log = log;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** As which credential the instance's calls to us are known. */
    public static CredentialId idOf(Settings settings) {
        return new CredentialId(
                CredentialId.Kind.SERVICENOW_EVENTS, settings.serviceNow().instance());
    }

    @Override
    public CredentialId id() {
        return idOf(settings);
    }

    @Override
    public Finding check() {
        try {
            return new Evidence(clock.instant()).judge();
        } catch (ExternalFailure e) {
            return new Finding.NotChecked("ServiceNow's calls to us could not be looked at: " + e.getMessage());
        }
    }

    /** What is seen at one moment, on both sides. */
    private final class Evidence {
        private final Instant now;
        private final Reception reception;
        private final Look<OutboundCall> calls;
        private final Look<RelayedCall> relayed;
        private final Look<Relay> relays;
        private final Optional<Instant> success;

        Evidence(Instant now) {
            this.now = now;
            reception = events.of(settings.serviceNow().instance());
            calls = log.calls(now.minus(WINDOW));
            relayed = log.relayed(now.minus(WINDOW));
            relays = relays();
            success = Stream.concat(
                            reception.newest().stream(),
                            calls.rows().stream().filter(OutboundCall::isTaken).map(OutboundCall::at))
                    .max(Comparator.naturalOrder());
        }

        private Look<Relay> relays() {
            Set<String> names = relayed.rows().stream().map(RelayedCall::relay).collect(Collectors.toUnmodifiableSet());
            return names.isEmpty() ? new Look.Seen<>(List.of()) : log.relays(names);
        }

        Finding judge() {
            return failedCall()
                    .or(this::relayTrouble)
                    .or(this::silence)
                    .<Finding>map(Finding.Refused::new)
                    .orElseGet(() -> new Finding.Taken(proof(), Optional.empty(), remarks()));
        }

        private boolean isAfterSuccess(Instant at) {
            return success.filter(last -> !at.isAfter(last)).isEmpty();
        }

        /** That we do not believe a call comes first: it is the same for every event to come. */
        private Optional<String> failedCall() {
            List<OutboundCall> failed = calls.rows().stream()
                    .filter(call -> !call.isTaken() && isAfterSuccess(call.at()))
                    .sorted(Comparator.comparing(OutboundCall::isRefused)
                            .thenComparing(OutboundCall::at)
                            .reversed())
                    .toList();
            return failed.stream().findFirst().map(worst -> counted(failed.size()) + reason(worst));
        }

        private String counted(int failed) {
            return failed == 1
                    ? "ServiceNow's last call to us failed: "
                    : "ServiceNow's last " + failed + " calls to us failed: ";
        }

        private String reason(OutboundCall call) {
            String at = " at " + said(call.at()) + ", ";
            return switch (call.status()) {
                case 0 -> "no answer" + at + "so look at DNS, TLS, a firewall and the time-out of its REST message";
                case 401 ->
                    "answered 401" + at + "so the signing key or its id differs there and here, or the clock is off";
                case 403 ->
                    "answered 403" + at + "so its events do not name the instance "
                            + settings.serviceNow().instance() + ": a clone may be sending";
                case 400, 413, 415 -> "answered " + call.status() + at + "so its script was changed";
                case 404, 405 -> "answered " + call.status() + at + "so its REST message has another address";
                case 429 -> "answered 429" + at + "so the API's throttling is too low";
                default ->
                    call.status() / 100 == 5
                            ? "answered " + call.status() + at + "so look at the log of ingress"
                            : "answered " + call.status() + at + "which we never do: something stands between";
            };
        }

        private Optional<String> relayTrouble() {
            Optional<String> down = relays.rows().stream()
                    .filter(relay -> !relay.up())
                    .filter(relay -> relayed.rows().stream()
                            .anyMatch(call -> call.relay().equals(relay.name()) && isUndone(call)))
                    .map(relay -> "the MID Server " + relay.name() + ", which carries ServiceNow's calls to us, is "
                            + relay.status())
                    .findFirst();
            return down.or(this::failedRelay).or(this::waitingRelay);
        }

        private boolean isUndone(RelayedCall call) {
            return call.state() != RelayedCall.State.CARRIED && isAfterSuccess(call.at());
        }

        private Optional<String> failedRelay() {
            return relayed.rows().stream()
                    .filter(call -> call.state() == RelayedCall.State.FAILED && isUndone(call))
                    .findFirst()
                    .map(call -> "the MID Server " + call.relay() + " could not carry ServiceNow's call to us at "
                            + said(call.at()) + ": " + call.trouble());
        }

        private Optional<String> waitingRelay() {
            return relayed.rows().stream()
                    .filter(call -> call.state() == RelayedCall.State.WAITING && isUndone(call))
                    .filter(call -> call.at().isBefore(now.minus(TOLERANCE)))
                    .findFirst()
                    .map(call -> "the MID Server " + call.relay() + " did not take ServiceNow's call to us of "
                            + said(call.at()));
        }

        /** A record was made, and no event came then or later. */
        private Optional<String> silence() {
            Instant known = success.filter(last -> last.isAfter(reception.watchedSince()))
                    .orElse(reception.watchedSince())
                    .plus(ReceivedEvents.GRAIN);
            return newestOpened()
                    .filter(opened -> opened.at().isAfter(known) && opened.at().isBefore(now.minus(TOLERANCE)))
                    .map(this::unheard);
        }

        private Optional<OpenedRecord> newestOpened() {
            Instant since = now.minus(WINDOW);
            return log.newestOpened(priorities(), settings.startAt().isAfter(since) ? settings.startAt() : since);
        }

        private Map<String, Set<Integer>> priorities() {
            return settings.routedTables().stream()
                    .collect(Collectors.toUnmodifiableMap(table -> table, table -> settings.routes().stream()
                            .filter(route -> route.table().equals(table))
                            .flatMap(route -> route.priorities().stream())
                            .collect(Collectors.toUnmodifiableSet())));
        }

        private String unheard(OpenedRecord opened) {
            String newest = reception
                    .newest()
                    .map(at -> "the newest event here is of " + said(at))
                    .orElse("no event ever came");
            String why = calls instanceof Look.Hidden<OutboundCall>(String hidden)
                    ? "its business rule may be off, or its calls fail; " + hidden
                    : "it did not call, so look at its business rules and their REST message";
            return "ServiceNow sent no event of a record of " + opened.table() + " that was opened at "
                    + said(opened.at()) + ", and " + newest + ": " + why;
        }

        private String proof() {
            return success.map(at -> "ServiceNow's calls reach us, the newest at " + said(at))
                    .orElse("no call of ServiceNow failed, and none was due");
        }

        /** Before the first event there may be nothing to see. */
        private List<String> remarks() {
            if (reception.newest().isEmpty()) {
                return List.of();
            }
            return Stream.of(calls, relayed, relays)
                    .filter(Look.Hidden.class::isInstance)
                    .map(look -> ((Look.Hidden<?>) look).why())
                    .toList();
        }
    }

    /** To the second, in UTC, as both logs have it. */
    private static String said(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
