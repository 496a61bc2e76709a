package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.edit.EditOutcome;

/** What an edit did, and how far each corner moved. */
final class ShiftAnswer implements Answer {
    private final EditAnswer edit;
    private final List<Shift> shifts;

    /** The answer for an applied act that moved these corners. */
    ShiftAnswer(EditOutcome.Applied applied, List<Shift> shifts, Messages messages) {
        edit = new EditAnswer(applied, messages);
        this.shifts = shifts;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        edit.writeJson(json);
        json.objects("moved", shifts, (inner, shift) -> inner.metresArray(
                        "from", shift.from().east(), shift.from().north())
                .metresArray("to", shift.to().east(), shift.to().north())
                .metres("metres", shift.metres()));
    }

    @Override
    public void writeText(TextLines lines) {
        edit.writeText(lines);
        for (Shift shift : shifts) {
            lines.say("corner-shifted", shift.from(), shift.to(), shift.metres());
        }
    }
}
