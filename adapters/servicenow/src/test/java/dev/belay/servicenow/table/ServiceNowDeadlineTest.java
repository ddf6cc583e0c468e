package dev.belay.servicenow.table;

import com.grack.nanojson.JsonObject;
import dev.belay.delivery.DeadlineContract;
import dev.belay.record.SysId;
import dev.belay.servicenow.StubInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** No call to ServiceNow, for a token neither, outlives the delivery that it is made for. */
final class ServiceNowDeadlineTest implements DeadlineContract {
    private static final List<String> FIELDS = List.of("sys_id");

    private final StubInstance instance = new StubInstance().answers(StubInstance.error(503, "Transaction failed"));
    private final TableApi api = instance.api();
    private final SysId record = new SysId(StubInstance.SYS_ID);

    @AfterEach
    void all_stops() {
        instance.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        return Map.of(
                "a record",
                () -> api.find("incident", record, FIELDS),
                "rows",
                () -> api.rows("sys_user", EncodedQuery.where("active=true"), FIELDS, 0, 1),
                "who is on call",
                () -> api.get("on_call_rota", "/api/now/on_call_rota/whoisoncall"),
                "a write",
                () -> api.write("incident", record, new JsonObject(), FIELDS),
                "a token",
                () -> instance.api().find("incident", record, FIELDS));
    }

    @Override
    public int requests() {
        return instance.calls().size() + instance.tokenCalls().size();
    }
}
