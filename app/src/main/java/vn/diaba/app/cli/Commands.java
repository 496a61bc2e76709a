package vn.diaba.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The commands of the program, in the order the help lists them. A command that is not here does not exist. */
final class Commands {
    private Commands() {}

    /** By name; each is made only when it is asked for, which keeps a start quick however many there are. */
    static Map<String, Supplier<?>> all() {
        Map<String, Supplier<?>> commands = new LinkedHashMap<>();
        commands.put("doctor", DoctorCommand::new);
        return commands;
    }
}
