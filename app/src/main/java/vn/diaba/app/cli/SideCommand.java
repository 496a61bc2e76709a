package vn.diaba.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.object.EditSide;

/** {@code diaba side}: tells what is known of a side, or sets it for both neighbours. */
@Command(name = "side")
final class SideCommand extends WorkspaceCommand {
    private static final double REACH_METRES = 0.05;
    private static final double NEARBY_METRES = 100;

    @Parameters(index = "1", paramLabel = "\"e n\"")
    private String first = "";

    @Parameters(index = "2", paramLabel = "\"e n\"")
    private String second = "";

    @Parameters(index = "3..*", arity = "0..*", paramLabel = "NAME=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        CornerId from = corner(open.fabric(), first);
        CornerId to = corner(open.fabric(), second);
        if (from.equals(to)) {
            throw CommandFailure.usage("usage-value-wrong", second, "\"e n\"", "diaba side");
        }
        SideKey side = new SideKey(from, to);
        if (!values.isEmpty()) {
            EditSide command = new EditSide(side, values, IdBlock.fresh(run.clock()));
            Edits.apply(run, open, command);
        } else {
            try {
                EditSide.requireSide(open.fabric(), side);
            } catch (ImpossibleEditException e) {
                throw new CommandFailure(e.code(), e.arguments().toArray());
            }
        }
        return new Facts(open.fabric().findSide(side).orElse(SideFacts.PLAIN), !values.isEmpty());
    }

    private static CornerId corner(Fabric land, String text) throws Exception {
        EastNorth place = ParcelFinder.place(text);
        Optional<Corner> corner = land.index().nearestCorner(place, REACH_METRES);
        if (corner.isPresent()) {
            return corner.get().id();
        }
        Optional<Corner> nearest = land.index().nearestCorner(place, NEARBY_METRES);
        throw nearest.isPresent()
                ? new CommandFailure("corner-not-there", place, nearest.get().position())
                : new CommandFailure("corner-nowhere-near", place);
    }

    private record Facts(SideFacts facts, boolean changed) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("line", facts.lineKind())
                    .text("along", facts.along())
                    .text("wallOf", facts.wallOf())
                    .text("agreement", EditSide.text(facts, "agreement"))
                    .flag("changed", changed);
        }

        @Override
        public void writeText(TextLines lines) {
            if (changed) {
                lines.say("edit-side");
            }
            for (String name : EditSide.NAMES) {
                lines.line(name + "=" + EditSide.text(facts, name));
            }
        }
    }
}
