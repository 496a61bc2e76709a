package vn.diaba.exchange.text;

/**
 * VNI for Windows: a vowel followed by a mark, both single bytes of Windows 1252, and eight letters of their own. The
 * table is the one of the VNI fonts, checked against 87 phrases encoded by another program.
 */
final class Vni {
    private static final String LETTERS_FROM = "ôöñíìæóòîÔÖÑÍÌÆÓÒÎ";
    private static final String LETTERS_TO = "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ";
    private static final String VOWELS = "aeiouyôöAEIOUYÔÖ";
    private static final String MARKS = "ùøûõïâáàåãäêéèúüë";
    private static final String CAPITAL_MARKS = "ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË";
    private static final String[] MEANING = {
        "\u0301",
        "\u0300",
        "\u0309",
        "\u0303",
        "\u0323",
        "\u0302",
        "\u0302\u0301",
        "\u0302\u0300",
        "\u0302\u0309",
        "\u0302\u0303",
        "\u0302\u0323",
        "\u0306",
        "\u0306\u0301",
        "\u0306\u0300",
        "\u0306\u0309",
        "\u0306\u0303",
        "\u0306\u0323"
    };

    private Vni() {}

    static String decode(byte[] bytes) {
        String shown = SingleByteTables.cp1252(bytes);
        StringBuilder out = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char letter = shown.charAt(i);
            int own = LETTERS_FROM.indexOf(letter);
            out.append(own >= 0 ? LETTERS_TO.charAt(own) : letter);
            if (VOWELS.indexOf(letter) >= 0 && i + 1 < shown.length()) {
                int mark = markOn(letter, shown.charAt(i + 1));
                if (mark >= 0) {
                    out.append(MEANING[mark]);
                    i++;
                }
            }
        }
        return out.toString();
    }

    private static int markOn(char vowel, char next) {
        int mark = Math.max(MARKS.indexOf(next), CAPITAL_MARKS.indexOf(next));
        boolean breve = mark >= 11;
        boolean circumflex = mark >= 5 && !breve;
        return breve && "aA".indexOf(vowel) < 0 || circumflex && "aeoAEO".indexOf(vowel) < 0 ? -1 : mark;
    }
}
