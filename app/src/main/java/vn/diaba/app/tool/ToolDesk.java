package vn.diaba.app.tool;

import java.time.Clock;
import java.util.function.Consumer;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;

/**
 * What a tool works with. Immutable.
 *
 * @param workspace takes its commands
 * @param tongue words its texts
 * @param clock for ids and days
 * @param prompt told the code of the sentence that says what to do next
 */
public record ToolDesk(Workspace workspace, Tongue tongue, Clock clock, Consumer<String> prompt) {}
