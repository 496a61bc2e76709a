package vn.diaba.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.document.ParcelExtract.Citation;
import vn.diaba.exchange.document.ParcelExtract.Holder;
import vn.diaba.exchange.document.ParcelExtract.Land;

/** The numbered items of an extract as paragraphs. What is longer than a few lines goes on on a later page. */
final class ExtractItems {
    static final double LEADING = 5.1;
    static final Type WORDS = new Type(Face.REGULAR, 11);

    private static final Type VALUE = new Type(Face.BOLD, 11);
    private static final double WIDTH = PageLayout.RIGHT - PageLayout.LEFT;
    private static final int MOST_LINES = 4;

    private final ExtractForm form;
    private final PaperFonts fonts;
    private final List<Paragraph> items = new ArrayList<>();

    ExtractItems(ExtractForm form, PaperFonts fonts, ParcelExtract extract) {
        this.form = form;
        this.fonts = fonts;
        Citation citation = extract.citation();
        String number = citation.number().number();
        String code = citation.code().isEmpty() ? "" : form.text("item.code", citation.code());
        item("item.parcel", number.isEmpty() ? citation.label() : number, code);
        item("item.sheet", citation.number().sheet(), where(extract));
        if (!citation.address().isEmpty()) {
            items.add(paragraph(new Paragraph.Run(WORDS, form.text("item.address", citation.address()))));
        }
        item("item.area", areas(extract.land()), "");
        item("item.use", uses(extract.land()), "");
        item("item.holder", holders(extract.holders()), "");
        item("item.changes", "", changes(extract));
    }

    private void item(String key, String value, String more) {
        String joined = value.isEmpty() || more.isEmpty() ? value : value + ";";
        Paragraph item = paragraph(
                new Paragraph.Run(WORDS, form.text(key)),
                new Paragraph.Run(VALUE, joined),
                new Paragraph.Run(WORDS, more));
        items.add(value.isEmpty() && more.isEmpty() ? item.dotted(WORDS) : item);
    }

    private Paragraph paragraph(Paragraph.Run... runs) {
        return new Paragraph(fonts, WIDTH, List.of(runs));
    }

    private String where(ParcelExtract extract) {
        if (!extract.facts().place().isEmpty()) {
            return extract.facts().place();
        }
        String commune = extract.citation().number().commune();
        return commune.isEmpty() ? "" : form.text("item.communeCode", commune);
    }

    private String areas(Land land) {
        String text = form.text("area.surveyed", PaperNumbers.area(land.surveyed()));
        LegalArea legal = land.legal();
        if (legal == null) {
            return text;
        }
        String difference = land.difference()
                .filter(number -> number.signum() != 0)
                .map(number -> form.text("area.difference", PaperNumbers.signed(number)))
                .orElseGet(() -> form.text("area.equal"));
        return text + "; " + form.text("area.legal", PaperNumbers.area(legal)) + "; " + difference;
    }

    private String uses(Land land) {
        List<String> texts = new ArrayList<>();
        if (!land.uses().isEmpty()) {
            texts.add(form.text("use.surveyed", parts(land.uses())));
        }
        if (!land.legalUses().isEmpty()) {
            texts.add(form.text("use.legal", parts(land.legalUses())));
        }
        return String.join("; ", texts);
    }

    private String parts(List<LandUse> uses) {
        List<String> parts = new ArrayList<>();
        for (LandUse use : uses) {
            LegalArea area = use.area();
            parts.add(area == null ? use.code() : form.text("use.part", use.code(), PaperNumbers.area(area)));
        }
        return String.join(" + ", parts);
    }

    private String holders(List<Holder> holders) {
        List<String> texts = new ArrayList<>();
        for (Holder holder : holders) {
            String text = holder.name();
            if (holder.denominator() > 1) {
                text += ", " + form.text("holder.share", holder.numerator(), holder.denominator());
            }
            if (!holder.address().isEmpty()) {
                text += ", " + form.text("holder.address", holder.address());
            }
            texts.add(text);
        }
        return String.join("; ", texts);
    }

    private String changes(ParcelExtract extract) {
        List<String> texts = new ArrayList<>();
        Land land = extract.land();
        land.difference().filter(number -> number.signum() != 0).ifPresent(number -> {
            String key = number.signum() > 0 ? "change.larger" : "change.smaller";
            texts.add(form.text(key, PaperNumbers.comma(number.abs())));
        });
        String surveyed = LandUse.codes(land.uses());
        String legal = LandUse.codes(land.legalUses());
        if (!surveyed.isEmpty() && !legal.isEmpty() && !surveyed.equals(legal)) {
            texts.add(form.text("change.use", surveyed, legal));
        }
        former(extract.citation()).ifPresent(texts::add);
        ParcelState state = extract.citation().state();
        if (state == ParcelState.DISPUTED || state == ParcelState.FROZEN) {
            texts.add(form.text(state == ParcelState.DISPUTED ? "change.disputed" : "change.frozen"));
        }
        return String.join(" ", texts);
    }

    private Optional<String> former(Citation citation) {
        ParcelNumber former = citation.former();
        ParcelNumber now = citation.number();
        boolean same =
                ParcelNumber.same(former.sheet(), now.sheet()) && ParcelNumber.same(former.number(), now.number());
        return same || !former.isComplete()
                ? Optional.empty()
                : Optional.of(form.text("change.former", former.sheet(), former.number()));
    }

    /** Writes the first lines of every item; returns the baseline after the last. */
    double draw(Sheet sheet, double baseline) throws IOException {
        double y = baseline;
        for (Paragraph item : items) {
            int shown = shown(item);
            y = item.part(0, shown).draw(sheet, PageLayout.LEFT, y, LEADING);
            if (shown < item.lineCount()) {
                sheet.right(ExtractPages.HINT, PageLayout.RIGHT, y - 1.2, form.text("continued.next"));
                y += 2.5;
            }
        }
        return y;
    }

    private static int shown(Paragraph item) {
        return Math.min(item.lineCount(), MOST_LINES);
    }

    /** The lines that found no room on the first page, in order, as single lines. */
    List<Rest> rests() {
        List<Rest> rests = new ArrayList<>();
        for (Paragraph item : items) {
            for (int line = shown(item); line < item.lineCount(); line++) {
                rests.add(new Rest(item, line));
            }
        }
        return rests;
    }

    /** A line of an item. */
    record Rest(Paragraph item, int line) {
        double draw(Sheet sheet, double baseline) throws IOException {
            return item.part(line, line + 1).draw(sheet, PageLayout.LEFT, baseline, LEADING);
        }
    }
}
