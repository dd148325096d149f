import Filings

extension Value.Flags {
    /// The short marks of tables and their meaning, in the order in which they are printed.
    package static let marks: [(flag: Value.Flags, mark: Words, meaning: Words)] = [
        (.missing, Words("[缺]", "[x]"), Words("缺报告或缺单元格", "not available")),
        (.notAsked, Words("·", "[z]"), Words("当年表式不设该项", "not asked by the form")),
        (.notApplicable, Words("·", "[z]"), Words("该比较不适用", "not applicable")),
        (.noRequests, Words("[无]", "[n]"), Words("分母为零，不计算比率", "0 over 0: no rate")),
        (.doubtful, Words("[疑]", "[q]"), Words("勾稽不符，数字照录", "arithmetic fails; figure as printed")),
        (.formBreak, Words("[断]", "[b]"), Words("表式变化，不作比较", "break: the form changed")),
        (.baseZero, Words("[基零]", "[0b]"), Words("上年为零，不计算增幅", "base is zero: no percentage")),
        (.smallDenominator, Words("[小]", "[low]"), Words("分母过小，不参与排序", "small denominator, not ranked")),
        (.assumedZero, Words("[零]", "[0]"), Words("含印作“/”或空白的零", "zero from a mark or a blank")),
        (.derived, Words("[推]", "[e]"), Words("含由勾稽关系推得的数字", "includes figures derived from identities")),
        (.incomplete, Words("[不全]", "[i]"), Words("部分报告未计入", "some filings are not included")),
        (.wholeAreaLeftOut, Words("[剔汇总]", "[c]"), Words("汇总报告不与所辖机关相加", "whole-area filings left out")),
        (.wholeAreaUsed, Words("[用汇总]", "[w]"), Words("采用汇总报告", "the whole area's filing is used")),
        (.duplicateLeftOut, Words("[重]", "[dup]"), Words("同一机关同年重复报告未计", "duplicate filings left out")),
        (.panelChanged, Words("[组变]", "[p]"), Words("两年的报告机关不同", "the organs differ between the years")),
        (.settledOnly, Words("[审结]", "[s]"), Words("只计已审结的争议", "settled disputes only")),
        (
            .boundariesPooled, Words("[并区]", "[m]"),
            Words("含并入现行区划的原区划", "includes divisions that were merged into this one")
        ),
        (.yearsMissing, Words("[缺年]", "[g]"), Words("期间有年份缺数", "some years of the span are missing")),
    ]

    /// The codes of official statistics, the same in every language; for data and tables: `[x]`, `[b]`, `[low]`.
    package var codes: String {
        var seen: [String] = []
        for (flag, mark, _) in Self.marks where contains(flag) && !seen.contains(mark.en) { seen.append(mark.en) }
        return seen.joined()
    }

    /// What the codes of these flags mean, one line each.
    package func notes(_ language: Language) -> [String] {
        Self.marks.filter { contains($0.flag) }.map { "\($0.mark.en) \($0.meaning[language])" }
    }

    /// The marks of this value, joined without a space.
    package func text(_ language: Language) -> String {
        Self.marks.filter { contains($0.flag) }.map { $0.mark[language] }.joined()
    }
}
