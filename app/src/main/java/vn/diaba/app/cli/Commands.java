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
        commands.put("open", OpenCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("build", BuildCommand::new);
        commands.put("survey", SurveyCommand::new);
        commands.put("accuracy", AccuracyCommand::new);
        commands.put("info", InfoCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("find", FindCommand::new);
        commands.put("set", SetCommand::new);
        commands.put("split", SplitCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("annex", AnnexCommand::new);
        commands.put("adjust", AdjustCommand::new);
        commands.put("cut-hole", CutHoleCommand::new);
        commands.put("fill-hole", FillHoleCommand::new);
        commands.put("add-part", AddPartCommand::new);
        commands.put("remove-part", RemovePartCommand::new);
        commands.put("dissolve", DissolveCommand::new);
        commands.put("retire", RetireCommand::new);
        commands.put("move-corner", MoveCornerCommand::new);
        commands.put("object", ObjectCommand::new);
        commands.put("side", SideCommand::new);
        commands.put("fix", FixCommand::new);
        commands.put("insert-corner", InsertCornerCommand::new);
        commands.put("remove-corner", RemoveCornerCommand::new);
        commands.put("weld-corners", WeldCornersCommand::new);
        commands.put("detach-corner", DetachCornerCommand::new);
        commands.put("align-corners", AlignCornersCommand::new);
        commands.put("reshape", ReshapeCommand::new);
        commands.put("transform", TransformCommand::new);
        commands.put("sheets", SheetsCommand::new);
        commands.put("number", NumberCommand::new);
        commands.put("undo", UndoCommand::new);
        commands.put("redo", UndoCommand.Redo::new);
        commands.put("log", LogCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("recover", RecoverCommand::new);
        commands.put("key", KeyCommand::new);
        commands.put("render", RenderCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("print", PrintCommand::new);
        commands.put("central", CentralCommand::new);
        commands.put("case", CaseCommand::new);
        commands.put("paper", PaperCommand::new);
        commands.put("attach", AttachCommand::new);
        commands.put("take", TakeCommand::new);
        commands.put("sync", SyncCommand::new);
        commands.put("receipt", ReceiptCommand::new);
        commands.put("demo", DemoCommand::new);
        commands.put("doctor", DoctorCommand::new);
        return commands;
    }
}
