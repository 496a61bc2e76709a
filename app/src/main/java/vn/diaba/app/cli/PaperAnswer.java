package vn.diaba.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.office.PaperType;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.record.Paper;

/** What {@code diaba paper} answers. Immutable. */
interface PaperAnswer extends Answer {
    /**
     * Papers.
     *
     * @param text tells them
     * @param papers in the order they are told
     */
    record Listed(PaperText text, List<Paper> papers) implements PaperAnswer {
        @Override
        public ExitCode exitCode() {
            return papers.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("papers", papers, text::write);
        }

        @Override
        public void writeText(TextLines lines) {
            papers.forEach(paper -> text.say(lines, paper));
            lines.say("paper-count", papers.size());
        }
    }

    /**
     * An act on a paper.
     *
     * @param text tells the paper
     * @param act what was done
     * @param paper as it is now; when it was removed, as it was
     */
    record Done(PaperText text, ChangeSet act, Paper paper) implements PaperAnswer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            Edits.write(json, act).object("paper", inner -> text.write(inner, paper));
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(act.label());
            text.say(lines, paper);
        }
    }

    /**
     * The types of papers.
     *
     * @param types in the office's order
     * @param today tells which are still issued
     */
    record Types(List<PaperType> types, LocalDate today) implements PaperAnswer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("types", types, (inner, type) -> inner.text("code", type.code())
                    .text("kind", type.kind().name().toLowerCase(Locale.ROOT))
                    .text("name", type.name())
                    .text("nameEn", type.nameEn())
                    .texts("forms", type.forms())
                    .text("legalSource", type.basis().legalSource())
                    .text("validFrom", text(type.basis().validFrom()))
                    .text("validTo", text(type.basis().validTo()))
                    .flag("issuedNow", type.isIssuedOn(today)));
        }

        private static @Nullable String text(@Nullable LocalDate day) {
            return day == null ? null : day.toString();
        }

        @Override
        public void writeText(TextLines lines) {
            Locale language = Locale.forLanguageTag(lines.messages().language().tag());
            for (PaperType type : types) {
                lines.say(
                        type.isIssuedOn(today) ? "paper-type-line" : "paper-type-former",
                        type.code(),
                        type.nameIn(language));
            }
        }
    }
}
