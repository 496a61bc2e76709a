package vn.diaba.exchange.dxf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.text.EncodingSniffer;
import vn.diaba.exchange.text.TextEncoding;
import vn.diaba.exchange.text.TextIntake;

/**
 * Reads the letters of a drawing. Which encoding: the one a person named; else the one a style's font is drawn for
 * (TCVN3, VNI); else what the content of the style's texts proves; else UTF-8 since R2007 and the header's code page
 * before. Confined to one thread.
 */
final class Texts implements Drawing.TextListener {
    private static final Pattern UNICODE = Pattern.compile("\\\\[Uu]\\+([0-9A-Fa-f]{4})");
    private static final Pattern PERCENT = Pattern.compile("%%([dDcCpPuUoOkK%]|[0-9]{3})");

    private final String file;
    private final ReadOptions options;
    private final IssueLog issues;
    private final Map<String, EncodingSniffer> sniffers = new HashMap<>();
    private final Map<String, TextEncoding> byStyle = new HashMap<>();
    private final Map<String, TextIntake> legacy = new HashMap<>();
    private final TextIntake plain;
    private final Map<String, String> names = new HashMap<>();
    private Drawing drawing = new Drawing();
    private TextEncoding ofFile = TextEncoding.CP1252;

    Texts(String file, ReadOptions options, IssueLog issues) throws ImportException {
        this.file = file;
        this.options = options;
        this.issues = issues;
        plain = new TextIntake(file, options.withEncoding(ReadOptions.AUTO), issues);
        if (options.statedEncoding().isPresent()) {
            legacy.put(options.statedEncoding().get(), new TextIntake(file, options, issues));
        }
    }

    @Override
    public void met(DxfObject object) {
        EncodingSniffer sniffer = sniffers.computeIfAbsent(object.word(7), style -> new EncodingSniffer());
        for (FormattedText.Run run : FormattedText.runs(object.joined(3, 1), "")) {
            // Letters in a font of their own say nothing of the style's.
            if (run.font().isEmpty()) {
                byte[] letters = run.bytes().clone();
                for (int i = 0; i < letters.length; i++) {
                    letters[i] = letters[i] >= 0 && letters[i] < ' ' ? (byte) ' ' : letters[i];
                }
                sniffer.add(letters, 0, letters.length);
            }
        }
    }

    /** After the first pass: decides for each style and reports what only the content told. */
    void decide(Drawing seen) {
        drawing = seen;
        TextEncoding stated = seen.isUtf8()
                ? TextEncoding.UTF_8
                : TextEncoding.named(seen.codePage).orElse(TextEncoding.CP1252);
        ofFile = stated;
        sniffers.forEach((style, sniffer) -> {
            EncodingSniffer.Verdict verdict = sniffer.verdict(stated);
            boolean told = options.statedEncoding().isPresent()
                    || FontEncoding.of(seen.font(style)).isPresent();
            byStyle.put(style, verdict.sure() ? verdict.encoding() : stated);
            if (!told && verdict.sure() && !verdict.encoding().id().equals(stated.id())) {
                issues.add(Issue.ofFile(
                        "dxf-encoding-detected",
                        Severity.INFO,
                        file,
                        style.isEmpty() ? "STANDARD" : style,
                        verdict.encoding().id(),
                        verdict.before(),
                        verdict.after()));
            }
        });
    }

    /** The name of a layer or block, which the file has in its own encoding. */
    String name(String bytes) {
        // A layer's name comes with every object on it.
        return names.computeIfAbsent(bytes, name -> {
            byte[] raw = name.getBytes(StandardCharsets.ISO_8859_1);
            return TextEncoding.compose(unicode(ofFile.decode(raw, 0, raw.length)));
        });
    }

    /** The text of an object, lines separated by line feeds, format codes removed, composed. */
    String of(DxfObject object, long record) throws ImportException {
        String style = object.word(7);
        String font = drawing.font(style);
        StringBuilder text = new StringBuilder();
        if (object.type.equals("MTEXT")) {
            for (FormattedText.Run run : FormattedText.runs(object.joined(3, 1), font)) {
                text.append(letters(run.bytes(), style, run.font(), record));
            }
        } else {
            text.append(percent(letters(object.text(1).orElse(new byte[0]), style, font, record)));
        }
        return text.toString().strip();
    }

    private String letters(byte[] bytes, String style, String font, long record) throws ImportException {
        Optional<String> old = options.statedEncoding().or(() -> FontEncoding.of(font));
        String decoded;
        if (old.isPresent()) {
            TextIntake intake = legacy.get(old.get());
            if (intake == null) {
                intake = new TextIntake(file, options.withEncoding(old.get()), issues);
                legacy.put(old.get(), intake);
            }
            boolean utf8 = byStyle.getOrDefault(style, TextEncoding.CP1252) == TextEncoding.UTF_8
                    || old.get().equalsIgnoreCase("utf-8");
            decoded = intake.read(
                    (utf8 ? TextEncoding.UTF_8 : TextEncoding.CP1252).decode(bytes, 0, bytes.length), "text", record);
        } else {
            TextEncoding encoding = byStyle.getOrDefault(style, TextEncoding.CP1252);
            decoded = plain.read(encoding.decode(bytes, 0, bytes.length), "text", record);
        }
        String unescaped = TextEncoding.compose(carets(unicode(decoded)));
        return FontEncoding.isCapital(font) && options.statedEncoding().isEmpty()
                ? unescaped.toUpperCase(Locale.ROOT)
                : unescaped;
    }

    private static String unicode(String text) {
        return text.indexOf('\\') < 0
                ? text
                : UNICODE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** {@code ^J} is a control character by its letter, {@code ^ } the caret itself. */
    private static String carets(String text) {
        if (text.indexOf('^') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '^' && next == ' ') {
                out.append('^');
                i++;
            } else if (c == '^' && next >= '@' && next <= '_') {
                out.append(next == 'J' ? "\n" : next == 'I' ? " " : "");
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String percent(String text) {
        return !text.contains("%%")
                ? text
                : PERCENT.matcher(text).replaceAll(match -> Matcher.quoteReplacement(percentSign(match.group(1))));
    }

    private static String percentSign(String what) {
        switch (what.charAt(0)) {
            case 'd':
            case 'D':
                return "°";
            case 'c':
            case 'C':
                return "Ø";
            case 'p':
            case 'P':
                return "±";
            case '%':
                return "%";
            default:
                return Character.isDigit(what.charAt(0)) ? String.valueOf((char) Integer.parseInt(what)) : "";
        }
    }
}
