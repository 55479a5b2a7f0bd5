package org.hotlinegateway.mapping;

import static org.hotlinegateway.mapping.Clause.clause;

import java.util.List;
import org.hotlinegateway.mapping.Clause.Phase;

/** The clauses that take parts of a value and convert it. */
final class ConvertingClauses {
    static final List<Clause> ALL = List.of(
            clause(
                    "keepBlanks",
                    Phase.TRIM,
                    "",
                    "`true`: blanks at both ends stay",
                    "{\"a\":\" x \"}",
                    "{ from: a, keepBlanks: true }",
                    "{\"t\":\" x \"}"),
            clause(
                    "strip",
                    Phase.TAKE,
                    "",
                    "takes away all a regular expression hits",
                    "{\"a\":\"[工单]无号\"}",
                    "{ from: a, strip: \"\\\\[.*?\\\\]\" }",
                    "{\"t\":\"无号\"}"),
            clause(
                    "extract",
                    Phase.TAKE,
                    "",
                    "the first group of a regular expression, or its whole hit; no hit is missing",
                    "{\"a\":\"88000000转801\"}",
                    "{ from: a, extract: \"转(\\\\d+)\" }",
                    "{\"t\":\"801\"}"),
            clause(
                    "split",
                    Phase.TAKE,
                    "",
                    "the parts between separators, an array",
                    "{\"a\":\"x,y\"}",
                    "{ from: a, split: \",\" }",
                    "{\"t\":[\"x\",\"y\"]}"),
            clause(
                    "part",
                    Phase.TAKE,
                    "split",
                    "one of the parts, counted from 1, from the end when negative",
                    "{\"a\":\"x,y\"}",
                    "{ from: a, split: \",\", part: 2 }",
                    "{\"t\":\"y\"}"),
            clause(
                    "slice",
                    Phase.TAKE,
                    "",
                    "code points from one position up to, not including, another; `2..` to the end",
                    "{\"a\":\"一二三\"}",
                    "{ from: a, slice: 1..3 }",
                    "{\"t\":\"二三\"}"),
            clause(
                    "table",
                    Phase.CONVERT,
                    "",
                    "looks the value up in a code table of the file",
                    "{\"a\":\"A\"}",
                    "{ from: a, table: k }",
                    "{\"t\":\"01\"}"),
            clause(
                    "as",
                    Phase.CONVERT,
                    "",
                    "`text`, `number`, `integer` or `boolean`; without it the type of the target schema",
                    "{\"a\":\"007\"}",
                    "{ from: a, as: integer }",
                    "{\"t\":7}"),
            clause(
                    "divide",
                    Phase.CONVERT,
                    "",
                    "divides by a number, exactly",
                    "{\"a\":2048}",
                    "{ from: a, divide: 1024 }",
                    "{\"t\":2}"),
            clause(
                    "round",
                    Phase.CONVERT,
                    "",
                    "to a whole number: `up` (away from zero), `down`, `half-up`, `half-even`",
                    "{\"a\":\"2.1\"}",
                    "{ from: a, round: up }",
                    "{\"t\":3}"),
            clause(
                    "date",
                    Phase.CONVERT,
                    "",
                    "prints a date: a pattern of `y M d H m s S X`, `iso`, `epoch-s`, `epoch-ms`",
                    "{\"a\":\"2021-09-08T15:53:00+08:00\"}",
                    "{ from: a, date: yyyyMMdd }",
                    "{\"t\":\"20210908\"}"),
            clause(
                    "else",
                    Phase.CONVERT,
                    "table,when",
                    "of a table: what becomes of a code in no row: a value, `pass`, `error` (default), `null`; of `when`: the value where the condition does not hold",
                    "{\"a\":\"X\"}",
                    "{ from: a, table: k, else: \"99\" }",
                    "{\"t\":\"99\"}"),
            clause(
                    "asOf",
                    Phase.CONVERT,
                    "table",
                    "path of the day whose rows hold; default `$now`",
                    "{\"a\":\"A\",\"d\":\"2021-01-01\"}",
                    "{ from: a, table: k, asOf: d }",
                    "{\"t\":\"01\"}"),
            clause(
                    "read",
                    Phase.CONVERT,
                    "date",
                    "how the source writes the date; without it ISO 8601 or `yyyy-MM-dd HH:mm:ss`",
                    "{\"a\":\"20210908\"}",
                    "{ from: a, read: yyyyMMdd, date: yyyy/M/d }",
                    "{\"t\":\"2021/9/8\"}"),
            clause(
                    "sourceZone",
                    Phase.CONVERT,
                    "date",
                    "zone of a source time without offset; default that of the file",
                    "{\"a\":\"2021-09-08 00:00:00\"}",
                    "{ from: a, sourceZone: UTC, date: iso }",
                    "{\"t\":\"2021-09-08T08:00:00+08:00\"}"),
            clause(
                    "zone",
                    Phase.CONVERT,
                    "date",
                    "zone of the printed time; default that of the file",
                    "{\"a\":\"2021-09-08T00:00:00+08:00\"}",
                    "{ from: a, zone: UTC, date: iso }",
                    "{\"t\":\"2021-09-07T16:00:00+00:00\"}"),
            clause(
                    "timeOfDay",
                    Phase.CONVERT,
                    "date",
                    "the time a date alone takes where a time is printed",
                    "{\"a\":\"2021-09-23\"}",
                    "{ from: a, date: iso, timeOfDay: \"23:59:59\" }",
                    "{\"t\":\"2021-09-23T23:59:59+08:00\"}"),
            clause(
                    "join",
                    Phase.JOIN,
                    "",
                    "makes one text of an array, with this between its elements",
                    "{\"a\":[\"x\",\"y\"]}",
                    "{ from: a, join: \",\" }",
                    "{\"t\":\"x,y\"}"));

    private ConvertingClauses() {}
}
