package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.dialog.WebAddress;
import dev.belay.event.Press;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import dev.belay.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Attaches the address of a record's postmortem. Postmortems are written after the end, so it is offered in every state; a later
 * address takes the place of an earlier one.
 */
public record Postmortem() implements Action {
    /** The field that takes the address. */
    public static final String ADDRESS = "address";

    /** How many characters of hosts a button carries: where there are more, the address is looked at when it was sent. */
    private static final int MOST_OF_HOSTS = 800;

    /** What a button needs for a host besides its characters. */
    private static final int OF_EACH = 12;

    @Override
    public CardAction id() {
        return CardAction.POSTMORTEM;
    }

    @Override
    public String doing() {
        return "Attaching a postmortem";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER, Surface.COMMAND);
    }

    @Override
    public Optional<Dialog> dialog(List<Option> options) {
        List<String> hosts = new ArrayList<>();
        for (Option option : options) {
            hosts.add(option.label());
        }
        return Optional.of(new Dialog(
                "Attach postmortem", "Attach", List.of(new Field.WebAddress(ADDRESS, "Address of the page", hosts))));
    }

    /** The hosts that the settings name. */
    @Override
    public List<Option> options(RecordSnapshot record, Platform platform, Settings settings) {
        List<Option> options = new ArrayList<>();
        int length = 0;
        for (String host : new TreeSet<>(of(record, settings).hosts())) {
            length += host.length() + OF_EACH;
            options.add(new Option(Integer.toString(options.size()), host));
        }
        return length > MOST_OF_HOSTS ? List.of() : options;
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return true;
    }

    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        String address = address(request.press());
        TableSettings.Postmortem where = of(record, request.settings());
        String problem = WebAddress.problem(address, new TreeSet<>(where.hosts()));
        if (!problem.isEmpty()) {
            return new Judgement.Not(new Refusal(
                    Reason.INPUT_REFUSED,
                    "What you entered could not be used, so nothing was done: " + problem,
                    Optional.of(Actions.offer(CardAction.POSTMORTEM, record, request))));
        }
        Optional<Happening> earlier = record.chronicle().last(Kind.POSTMORTEM_ATTACHED);
        if (earlier.map(Happening::words).filter(address::equals).isPresent()) {
            return new Judgement.Already();
        }
        return new Judgement.Write(
                where.field().map(field -> Fields.NONE.field(field, address)).orElse(Fields.NONE),
                "Postmortem attached by " + request.name()
                        + (earlier.isPresent() ? ", in place of the earlier one: " : ": ") + address);
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return true;
    }

    /** The field may have been dropped, and the work note kept. */
    @Override
    public boolean tookEffect(Press press, RecordSnapshot record, Settings settings) {
        return of(record, settings)
                .field()
                .map(field -> record.details().fields().getOrDefault(field, ""))
                .map(address(press)::equals)
                .orElse(true);
    }

    @Override
    public boolean isDoneByItsNote() {
        return true;
    }

    @Override
    public String done(RecordSnapshot record) {
        return "The postmortem is attached to " + record.number() + ".";
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        boolean replaces = record.chronicle().happenings().stream()
                .filter(each -> each.kind() == Kind.POSTMORTEM_ATTACHED)
                .anyMatch(each -> !each.id().equals(press.pressId()));
        return Optional.of(new Happening(
                press.pressId(),
                Kind.POSTMORTEM_ATTACHED,
                press.acceptedAt(),
                who,
                replaces ? "replaces the earlier one" : "",
                address(press),
                List.of()));
    }

    private static String address(Press press) {
        return press.input().one(ADDRESS).orElse("");
    }

    private static TableSettings.Postmortem of(RecordSnapshot record, Settings settings) {
        return settings.table(record.ref().table()).postmortem();
    }
}
