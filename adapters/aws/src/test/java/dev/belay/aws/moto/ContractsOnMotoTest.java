package dev.belay.aws.moto;

import dev.belay.aws.table.TableContracts;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;

/** The tables keep their contracts on moto as well. */
@Requires(Tool.PYTHON)
final class ContractsOnMotoTest extends TableContracts {
    ContractsOnMotoTest() {
        super(Moto.ENGINE, Moto.STACK);
    }
}
