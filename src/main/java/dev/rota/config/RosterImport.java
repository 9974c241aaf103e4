package dev.rota.config;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A roster that somebody wants to have in {@code config/}: what of it can be taken, and what cannot.
 *
 * @param target the file in {@code config/} that it is for
 * @param isNamed whether {@code shifts.yaml} names that file
 * @param taken how many rows can be taken
 * @param csv those rows, as the target is to hold them
 * @param refused what is wrong with the others, by the lines of the file that was brought
 * @param problems what is wrong with the company's own files; then nothing is taken
 */
public record RosterImport(
        String target, boolean isNamed, int taken, String csv, List<Problem> refused, List<Problem> problems) {

    private static final String USUAL = "roster.csv";
    private static final String NOTHING = Table.write(RosterTable.COLUMNS, List.of());

    /** Looks at a roster; nothing is written. */
    public static RosterImport of(Path brought, byte[] bytes, RuleFiles files, Placeholders placeholders) {
        var named = ConfigReader.read(files, placeholders)
                .outlook()
                .parts()
                .shifts()
                .content()
                .rosterFile();
        var target = named == null ? USUAL : named.value();
        var name = RuleFiles.CONFIG + target;
        var empty = new RuleFile(name, files.path(name), NOTHING.getBytes(StandardCharsets.UTF_8));
        var reading = ConfigReader.read(files.with(empty), placeholders);
        var refused = new ArrayList<Problem>();
        var source = new Source(brought.toString(), refused);
        var rows = reading.problems().isEmpty()
                ? new RosterTable(reading.outlook().parts(), source)
                        .lines(Table.read(text(bytes, source), source)).stream()
                                .map(RosterTable.Line::row)
                                .toList()
                : List.<Table.Row>of();
        var csv = Table.write(RosterTable.COLUMNS, rows);
        return new RosterImport(target, named != null, rows.size(), csv, refused, reading.problems());
    }

    private static String text(byte[] bytes, Source source) {
        if (bytes.length > RuleFolders.LARGEST) {
            source.problem(
                    1, "the file has more than " + RuleFolders.LARGEST + " bytes; nothing in config/ has so many");
            return NOTHING;
        }
        try {
            return new RuleFile("", "", bytes).text();
        } catch (CharacterCodingException unreadable) {
            source.problem(1, "the file cannot be read as UTF-8 text; expected 'CSV UTF-8' from the spreadsheet");
            return NOTHING;
        }
    }
}
