import Filings

/// Published after the deadline, as far as a date is known.
package struct Late: Check {
    package let id = "late"
    package let name = Words("逾期公布", "late")
    package let page = CheckPage(
        whatItVerifies: Words(
            "部门的报告在次年 1 月 31 日前公布，政府的报告在 3 月 31 日前公布（2018 年度及以前一律为 3 月 31 日）。只知道落款日期时仅作提示。",
            "A department's filing is published by 31 January of the next year, a government's by 31 March (31 March for all up to the year 2018). Where only the date under the text is known a note is made."
        ),
        whyItMatters: Words(
            "按时公布是法定义务，也是第三方评估的第一项。",
            "Publishing on time is a duty by law, and the first thing that assessments look at."),
        legalBasis: Words(
            "条例第四十九条；2019 年修订前第三十一条。", "Article 49 of the Regulations; article 31 before the revision of 2019."),
        example: Words(
            "区教育局 2024 年度报告公布于 2025 年 2 月 14 日。",
            "A district's bureau published its filing for 2024 on 14 February 2025."),
        whatToDo: Words("提醒该机关按期公布；确有原因的说明。", "Remind the organ of the deadline; note the reason if there is one."))

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.compactMap { filing in
            guard let year = filing.year, let date = KnownDate(filing) else { return nil }
            let deadline = Self.deadline(for: filing, year: year)
            guard deadline < date else { return nil }
            return finding(filing, date, deadline)
        }
    }

    static func deadline(for filing: Filing, year: Int) -> KnownDate {
        let isGovernment = filing.organ?.coverage == .wholeArea
        return KnownDate(year: year + 1, month: isGovernment || year < 2019 ? 3 : 1, day: 31)
    }

    private func finding(_ filing: Filing, _ date: KnownDate, _ deadline: KnownDate) -> Finding {
        let what = date.isPublication ? Words("公布日期", "published on") : Words("落款日期", "dated")
        return Finding(
            rule: id, severity: date.isPublication ? .warning : .note,
            verdict: date.isPublication ? .violated : .doubtful, filing: filing,
            cause: date.isPublication ? "published" : "signed", subject: "late",
            message: Words(
                "\(what.zh) \(date)，晚于 \(deadline)", "\(what.en) \(date), after \(deadline)"),
            evidence: [Finding.Citation(source: filing.source, evidence: date.evidence)])
    }
}

/// A day that a filing tells of itself: when it was published, else the date under its text.
///
/// No `CalendarDay`: a signature may print a day that the calendar does not have, and tells that it is late all the same.
struct KnownDate: Comparable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int
    /// Whether it is the day of publication and not only the date under the text.
    var isPublication = false
    var evidence = Evidence(text: "", place: nil)

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day of publication goes before the signature.
    init?(_ filing: Filing) {
        if let day = filing.publicationDate {
            self.init(year: day.year, month: day.month, day: day.day)
            isPublication = true
            evidence = filing.evidence.first { $0.field == .publicationDate }?.evidence ?? evidence
            return
        }
        guard let signature = filing.signature else { return nil }
        self.init(year: signature.year, month: signature.month, day: signature.day)
        evidence = signature.evidence
    }

    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    static func == (a: KnownDate, b: KnownDate) -> Bool { (a.year, a.month, a.day) == (b.year, b.month, b.day) }
    static func < (a: KnownDate, b: KnownDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
