package dev.belay.pager;

import dev.belay.pager.PageOrder.About;
import dev.belay.person.PlatformUser;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.Optional;

/** Orders to test with. */
public final class SampleOrder {
    public static final String MESSAGE = "Checkout is down, please join the call";
    public static final String NUMBER = "INC0010023";

    private static final RecordRef RECORD = RecordRef.of("incident", "0123456789abcdef0123456789abcdef");
    private static final PlatformUser JANE =
            new PlatformUser(new SysId("00000000000000000000000000000001"), "Jane Doe", "jane@acme.example");

    private SampleOrder() {}

    /** Of one person, about one record. */
    public static PageOrder of(String id, List<Target> targets) {
        return of(id, targets, Optional.empty());
    }

    /** The same, where an earlier page made an incident. */
    public static PageOrder of(String id, List<Target> targets, Optional<String> incident) {
        About about = new About(RECORD, NUMBER, "Checkout fails", 1, "https://acme.service-now.com/incident");
        return new PageOrder(id, about, JANE, targets, MESSAGE, incident);
    }
}
