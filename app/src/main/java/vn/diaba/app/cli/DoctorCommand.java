package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import vn.diaba.app.doctor.Check;
import vn.diaba.app.doctor.Check.State;
import vn.diaba.app.doctor.Doctor;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;

/** {@code diaba doctor}: what this installation can do. The answer is "no" if a part is at fault. */
@Command(name = "doctor")
final class DoctorCommand implements CliCommand {
    @Override
    public Answer run(CommandRun run) {
        Doctor doctor = new Doctor(
                run.host().hasDisplay(), run.folders().config(), run.folders().epsgDatabase());
        return new Report(doctor.examine(), run.messages());
    }

    private record Report(List<Check> checks, Messages messages) implements Answer {
        @Override
        public ExitCode exitCode() {
            return isSound() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
        }

        private boolean isSound() {
            return checks.stream().noneMatch(check -> check.state() == State.FAULT);
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("version", Version.current().program()).flag("ok", isSound());
            json.objects("checks", checks, (inner, check) -> inner.text("part", check.part())
                    .text("state", check.state().word())
                    .text("code", check.code())
                    .text("message", messages.sentence(check.code(), check.arguments()))
                    .value("arguments", check.arguments()));
        }

        @Override
        public void writeText(TextLines lines) {
            lines.line("diaba " + Version.current().program());
            for (Check check : checks) {
                lines.line(check.state().mark() + " " + messages.sentence(check.code(), check.arguments()));
            }
            lines.say(isSound() ? "doctor-sound" : "doctor-not-sound");
        }
    }
}
