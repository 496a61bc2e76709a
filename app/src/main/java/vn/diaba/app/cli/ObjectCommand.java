package vn.diaba.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ObjectFinder;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.object.EditObject;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.object.RemoveObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** {@code diaba object}: lists, adds, alters, moves and removes map objects and survey points. */
@Command(name = "object")
final class ObjectCommand extends WorkspaceCommand {
    private static final String NAME = "diaba object";

    @Parameters(index = "1", paramLabel = "list|add|set|move|remove")
    private String action = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "OBJECT|NAME=VALUE")
    private List<String> words = List.of();

    @Option(names = "--level", paramLabel = "L", split = ",")
    private List<Integer> levels = List.of();

    @Option(names = "--shape", paramLabel = "point|line|area")
    private String shape = "point";

    @Option(names = "--at", paramLabel = "\"e n, e n, …\"")
    private @Nullable String at;

    @Option(names = "--from", paramLabel = "\"e n\"")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "\"e n\"")
    private @Nullable String to;

    @Option(names = "--vertex")
    private boolean vertex;

    @Option(names = "--extent", paramLabel = "\"e1 n1 e2 n2\"")
    private @Nullable String extent;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        IdBlock ids = IdBlock.fresh(run.clock());
        switch (action) {
            case "list":
                Extent window = extent == null ? null : WindowText.extent(extent, "--extent", NAME);
                return ObjectAnswer.list(land, levels, window);
            case "add":
                return new ObjectAnswer(run, open).applied(add(ids));
            case "set":
                UUID named = ObjectFinder.one(land, word(0)).id();
                return new ObjectAnswer(run, open).applied(new EditObject(named, values(1), ids));
            case "move":
                PlacedRecord moved = ObjectFinder.one(land, word(0));
                EastNorth start = from == null ? moved.shape().first() : ParcelFinder.place(from);
                EastNorth grip = vertex ? moved.shape().nearestPosition(start) : start;
                EastNorth goal = ParcelFinder.place(Given.required(to, "--to", NAME));
                return new ObjectAnswer(run, open).applied(new MoveObject(moved.id(), grip, goal, !vertex, ids));
            case "remove":
                word(0);
                List<UUID> gone = new ArrayList<>();
                for (String text : words) {
                    gone.add(ObjectFinder.one(land, text).id());
                }
                return new ObjectAnswer(run, open).applied(new RemoveObjects(gone, ids));
            default:
                throw CommandFailure.usage("usage-unknown-argument", action, NAME);
        }
    }

    private String word(int i) throws CommandFailure {
        if (words.size() <= i) {
            throw CommandFailure.usage("usage-argument-missing", "OBJECT", NAME);
        }
        return words.get(i);
    }

    private Map<String, String> values(int first) throws CommandFailure {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : words.subList(Math.min(first, words.size()), words.size())) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw CommandFailure.usage("usage-unknown-argument", pair, NAME);
            }
            values.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        if (values.isEmpty() && first > 0) {
            throw CommandFailure.usage("usage-argument-missing", "NAME=VALUE", NAME);
        }
        return values;
    }

    /** One object; a point on no level, or on a level of control, is a survey point. */
    private EditCommand add(IdBlock ids) throws Exception {
        List<EastNorth> positions = new ArrayList<>();
        for (String place : Given.required(at, "--at", NAME).split(",")) {
            positions.add(ParcelFinder.place(place));
        }
        int level = levels.isEmpty() ? 0 : levels.get(0);
        ObjectShape.Kind kind = kind(positions.size());
        UUID id = ids.uuid(1);
        PlacedRecord bare;
        if (kind == ObjectShape.Kind.POINT
                && (level == 0 || SurveyPoint.Role.ofLevel(level).level() == level)) {
            bare = SurveyPoint.at(id, SurveyPoint.Role.ofLevel(level), "", positions.get(0));
        } else if (level < 1 || level > MapObject.LEVELS) {
            throw CommandFailure.usage("usage-value-wrong", level, "--level", NAME);
        } else {
            ObjectShape form = ObjectShape.of(kind, List.of(ObjectShape.packed(positions)), List.of(true));
            bare = new MapObject(id, level, form, "", ObjectFacts.NONE);
        }
        try {
            PlacedRecord whole = EditObject.edited(bare, values(0));
            return new AddObjects(List.of(whole), Origin.SURVEYOR, ids.uuid(0));
        } catch (ImpossibleEditException e) {
            throw new CommandFailure(e.code(), e.arguments().toArray());
        }
    }

    private ObjectShape.Kind kind(int positions) throws CommandFailure {
        for (ObjectShape.Kind kind : ObjectShape.Kind.values()) {
            boolean fits = kind == ObjectShape.Kind.POINT ? positions == 1 : positions >= kind.leastPositions();
            if (kind.name().toLowerCase(Locale.ROOT).equals(shape) && fits) {
                return kind;
            }
        }
        throw CommandFailure.usage("usage-value-wrong", shape, "--shape", NAME);
    }
}
