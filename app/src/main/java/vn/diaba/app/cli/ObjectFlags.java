package vn.diaba.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import vn.diaba.exchange.object.LevelNames;

/** What a person may say of a file of map objects. */
final class ObjectFlags {
    @Option(names = "--objects")
    private boolean objects;

    @Option(names = "--levels", paramLabel = "LAYER=LEVEL", split = ",")
    private Map<String, Integer> levels = new LinkedHashMap<>();

    /** Whether somebody says that the file holds map objects. */
    boolean isSaid() {
        return objects || !levels.isEmpty();
    }

    /** Which layer is which map level. */
    LevelNames levels() throws CommandFailure {
        try {
            return new LevelNames(levels);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("usage-value-wrong", levels, "--levels", "diaba import");
        }
    }
}
